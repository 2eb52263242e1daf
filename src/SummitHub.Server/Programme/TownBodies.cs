using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Programme;

/// <summary>A time for which a room is closed.</summary>
/// <param name="Start">From when.</param>
/// <param name="End">Until when.</param>
/// <param name="Reason">Why, in at most 200 characters.</param>
public sealed record ClosingBody(DateTimeOffset Start, DateTimeOffset End, string Reason);

/// <summary>The time for which a room was closed, or ways took longer, and do not any more.</summary>
/// <param name="Start">From when it was.</param>
/// <param name="End">Until when it was.</param>
public sealed record ReopeningBody(DateTimeOffset Start, DateTimeOffset End);

/// <summary>A time for which ways to and from a zone take longer: a freeze, a motorcade.</summary>
/// <param name="Start">From when.</param>
/// <param name="End">Until when.</param>
/// <param name="ExtraMinutes">How much longer each way takes, 0 to 240 minutes; it comes on top of what was advised before.</param>
/// <param name="Cause">Why, in at most 200 characters.</param>
public sealed record AdvisoryBody(DateTimeOffset Start, DateTimeOffset End, int ExtraMinutes, string Cause);

/// <summary>Another time at which a commitment is expected.</summary>
/// <param name="Start">When it is expected to start.</param>
/// <param name="End">When it is expected to end.</param>
/// <param name="Cause">Why, in at most 200 characters.</param>
public sealed record SlipBody(DateTimeOffset Start, DateTimeOffset End, string Cause);

/// <summary>A series that slips, from one commitment on.</summary>
/// <param name="Minutes">How long after its planned time each is expected, 0 to 480 minutes.</param>
/// <param name="Cause">Why, in at most 200 characters.</param>
public sealed record SeriesBody(int Minutes, string Cause);

/// <summary>A commitment has started or ended.</summary>
/// <param name="Milestone"><c>started</c> or <c>ended</c>.</param>
/// <param name="OccurredAt">When; absent: now.</param>
public sealed record MarkBody(Milestone Milestone, DateTimeOffset? OccurredAt = null);

/// <summary>A commitment is to be at another time: it is taken back, and one like it added there, at once.</summary>
/// <param name="Start">When it is to start.</param>
/// <param name="End">When it is to end.</param>
/// <param name="Reason">Why, in at most 200 characters.</param>
/// <param name="Venue">Where, if it is another place.</param>
/// <param name="Override">The desk's reason for going against rules.</param>
/// <param name="OnBehalf">For whom the desk acts.</param>
public sealed record ShiftBody(DateTimeOffset Start, DateTimeOffset End, string Reason, VenueId? Venue = null, string? Override = null, OnBehalf? OnBehalf = null);

/// <summary>A commitment is taken back.</summary>
/// <param name="Reason">Why, in at most 200 characters.</param>
/// <param name="OnBehalf">For whom the desk acts.</param>
public sealed record DropBody(string Reason, OnBehalf? OnBehalf = null);

/// <summary>A block of principals' time that is no meeting.</summary>
public sealed record CommitmentBody : IChangeBody
{
    /// <summary>Its name, if the desk chooses one; otherwise it is made from the operation.</summary>
    public CommitmentId? Id { get; init; }

    /// <summary>What it is, such as <c>flight</c> or <c>general_debate_statement</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Whose time it takes, up to 300 persons.</summary>
    public required IReadOnlyList<PrincipalId> Principals { get; init; }

    /// <summary>When it starts.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>When it ends, within 31 days.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Where; without a place there is no way to it.</summary>
    public VenueId? Venue { get; init; }

    /// <summary>What it is part of and slips with.</summary>
    public string? Series { get; init; }

    /// <summary>Its place in the series.</summary>
    public int Order { get; init; }

    /// <summary>Whether everybody may know of it.</summary>
    public bool Public { get; init; }

    /// <summary>Whether its time is an estimate.</summary>
    public bool Estimated { get; init; }

    /// <summary>Whether it takes a place of its venue, as a meeting does. The desk's alone.</summary>
    public bool HoldsRoom { get; init; }

    /// <summary>The interpreter whose time it takes too. The desk's alone.</summary>
    public InterpreterId? Interpreter { get; init; }

    /// <inheritdoc/>
    public string? Override { get; init; }

    /// <inheritdoc/>
    public OnBehalf? OnBehalf { get; init; }

    /// <summary>The commitment it is.</summary>
    /// <exception cref="BadHttpRequestException">The end is not after the start.</exception>
    public Commitment Read(CommitmentId name) => new(
        name, Kind, [.. Principals], new WindowBody(Start, End).Read(), Venue, Series, Order, Public, Estimated, HoldsRoom, Interpreter);
}
