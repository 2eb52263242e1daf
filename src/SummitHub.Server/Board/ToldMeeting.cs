using System.Collections.Immutable;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Board;

/// <summary>A meeting of which at least one side has told the public.</summary>
/// <param name="Meeting">Its name.</param>
/// <param name="Parties">Its sides.</param>
/// <param name="Day">Its day, by the summit's zone: the hour of an ordinary meeting is not for everybody. Null where it never had one.</param>
/// <param name="Readouts">What is public of it, by side and language.</param>
public sealed record ToldMeeting(MeetingId Meeting, ImmutableArray<DelegationCode> Parties, DateOnly? Day, ImmutableArray<PublishedReadout> Readouts);
