using System.Collections.Immutable;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Board;

/// <summary>A meeting of which at least one side has told the public.</summary>
/// <param name="Meeting">Its name.</param>
/// <param name="Parties">Its sides.</param>
/// <param name="Start">When it was to begin; null where it never had an hour.</param>
/// <param name="Readouts">What is public of it, by side and language.</param>
public sealed record ToldMeeting(MeetingId Meeting, ImmutableArray<DelegationCode> Parties, DateTimeOffset? Start, ImmutableArray<PublishedReadout> Readouts);
