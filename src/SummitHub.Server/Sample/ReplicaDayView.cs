using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;
using SummitHub.Grains.Programme;

namespace SummitHub.Server.Sample;

/// <summary>Sees the day in this server's replica.</summary>
internal sealed class ReplicaDayView(ProgrammeReplica replica) : IDayView
{
    public Meeting? Meeting(MeetingId id) => replica.Read(v => v.State.Meeting(id));

    public PlannedCommitment? Commitment(CommitmentId id) => replica.Read(v => v.State.Commitment(id));

    public Meeting? RunningOf(PrincipalId principal) => replica.Read(v => v.State.Meetings.FirstOrDefault(
        m => m.Phase == MeetingPhase.InProgress && m.Terms.Parties.Any(p => p.Principal == principal)));
}
