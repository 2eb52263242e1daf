using System.Collections.Immutable;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Programme;

/// <summary>The desk gives a request, or a postponed meeting, its slot.</summary>
[GenerateSerializer, Immutable, Alias("summithub.Schedule")]
public sealed record Schedule(MeetingId Meeting, long? ExpectedVersion, [property: Id(0)] Slot Slot, [property: Id(1)] bool Provisional) : PlanCommand(Meeting, ExpectedVersion);

/// <summary>Makes a provisional or postponed slot firm, or says again that a firm one stands.</summary>
[GenerateSerializer, Immutable, Alias("summithub.Confirm")]
public sealed record Confirm(MeetingId Meeting, long? ExpectedVersion) : PlanCommand(Meeting, ExpectedVersion);

/// <summary>Moves a meeting. By one side it is a proposal; by the desk, with a reason, it is done.</summary>
[GenerateSerializer, Immutable, Alias("summithub.Move")]
public sealed record Move(MeetingId Meeting, long? ExpectedVersion, [property: Id(0)] Slot Slot, [property: Id(1)] string Reason) : PlanCommand(Meeting, ExpectedVersion);

/// <summary>Gives a meeting another room at the same hour. By one side it is a proposal; rooms are the desk's.</summary>
[GenerateSerializer, Immutable, Alias("summithub.ChangeRoom")]
public sealed record ChangeRoom(MeetingId Meeting, long? ExpectedVersion, [property: Id(0)] VenueId Venue, [property: Id(1)] string Reason) : PlanCommand(Meeting, ExpectedVersion);

/// <summary>A side sends another person.</summary>
[GenerateSerializer, Immutable, Alias("summithub.Substitute")]
public sealed record Substitute(MeetingId Meeting, long? ExpectedVersion, [property: Id(0)] DelegationCode Delegation, [property: Id(1)] PrincipalId Principal, [property: Id(2)] string Reason) : PlanCommand(Meeting, ExpectedVersion);

/// <summary>Cancels a meeting; either side may.</summary>
[GenerateSerializer, Immutable, Alias("summithub.Cancel")]
public sealed record Cancel(MeetingId Meeting, long? ExpectedVersion, [property: Id(0)] string Reason) : PlanCommand(Meeting, ExpectedVersion);

/// <summary>Puts a meeting off, to a later slot or to none yet. By one side with a slot it is a proposal.</summary>
[GenerateSerializer, Immutable, Alias("summithub.Postpone")]
public sealed record Postpone(MeetingId Meeting, long? ExpectedVersion, [property: Id(0)] Slot? Slot, [property: Id(1)] string Reason) : PlanCommand(Meeting, ExpectedVersion);

/// <summary>Names the interpreters and their pairs.</summary>
[GenerateSerializer, Immutable, Alias("summithub.AssignInterpreters")]
public sealed record AssignInterpreters(MeetingId Meeting, long? ExpectedVersion, [property: Id(0)] ImmutableArray<string> Pairs, [property: Id(1)] ImmutableArray<InterpreterId> Interpreters, [property: Id(2)] string Reason) : PlanCommand(Meeting, ExpectedVersion);
