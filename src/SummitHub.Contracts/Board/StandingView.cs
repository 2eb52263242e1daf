using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Board;

/// <summary>What the desk has to keep in mind: what facts have broken and nobody has repaired, what was decided against rules, and how the town is.</summary>
/// <param name="Conflicts">Conflicts of meetings that have not begun, the next one first; at most 500. One of two meetings stands here once.</param>
/// <param name="Overrides">Overrides that stand, the earliest meeting first; at most 500.</param>
/// <param name="Closures">Rooms that are closed, or will be, the earliest first.</param>
/// <param name="Advisories">Advisories that hold, or will.</param>
public sealed record StandingView(
    ImmutableArray<StandingConflict> Conflicts, ImmutableArray<StandingOverride> Overrides, ImmutableArray<Closure> Closures, ImmutableArray<Advisory> Advisories);

/// <summary>A conflict that nobody has repaired.</summary>
/// <param name="Meeting">The meeting; the other one, if it is of two, is the conflict's obstacle.</param>
/// <param name="Conflict">The rule, and what is in the way.</param>
/// <param name="Since">Since when it stands.</param>
public sealed record StandingConflict(MeetingId Meeting, Violation Conflict, DateTimeOffset Since);

/// <summary>An override that stands.</summary>
/// <param name="Meeting">The meeting that was placed against a rule.</param>
/// <param name="Violation">The rule, and what is in the way.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who decided it, as he is called.</param>
/// <param name="At">When.</param>
/// <param name="Over">Whether the meeting is over, so that it is only noted.</param>
public sealed record StandingOverride(MeetingId Meeting, Violation Violation, string Reason, string By, DateTimeOffset At, bool Over);

/// <summary>A room that is closed for a while.</summary>
public sealed record Closure(VenueId Venue, Interval When, string Reason);

/// <summary>Ways to and from a zone that take longer for a while.</summary>
public sealed record Advisory(ZoneId Zone, Interval When, int ExtraMinutes, string Cause);
