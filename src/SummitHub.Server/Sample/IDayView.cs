using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;

namespace SummitHub.Server.Sample;

/// <summary>The programme as the script sees it, with all that people did beside it.</summary>
internal interface IDayView
{
    /// <summary>A meeting as it is; null where there is none.</summary>
    Meeting? Meeting(MeetingId id);

    /// <summary>A commitment as it is; null where there is none.</summary>
    PlannedCommitment? Commitment(CommitmentId id);

    /// <summary>The meeting that a person is in now; null for none. Nobody is let into two.</summary>
    Meeting? RunningOf(PrincipalId principal);
}
