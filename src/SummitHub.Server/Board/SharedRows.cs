using SummitHub.Contracts.Board;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;
using SummitHub.Domain.Board;
using SummitHub.Domain.Programme;
using SummitHub.Grains.Programme;

namespace SummitHub.Server.Board;

/// <summary>
/// The rows of one summit that many audiences read alike - faces of meetings, public commitments - made once for each position of the log,
/// however many feeds send them. Used under the replica's lock.
/// </summary>
internal sealed class SharedRows
{
    private readonly Dictionary<MeetingId, MeetingRow?> faces = [];
    private readonly Dictionary<CommitmentId, CommitmentRow?> blocks = [];
    private (Guid Epoch, long Position) at;

    /// <summary>As <see cref="BoardFraming.Changes(ProgrammeState, Audience, IEnumerable{MeetingId}, IEnumerable{CommitmentId})"/>.</summary>
    public BoardChanges Changes(ReplicaView view, Audience audience, IEnumerable<MeetingId> meetings, IEnumerable<CommitmentId> commitments)
    {
        if (at != (view.Epoch, view.State.Length))
        {
            at = (view.Epoch, view.State.Length);
            faces.Clear();
            blocks.Clear();
        }
        return BoardFraming.Changes(view.State, meetings, commitments, meeting => Row(view.State, meeting, audience), planned => Row(view.State, planned, audience));
    }

    private MeetingRow? Row(ProgrammeState state, Meeting meeting, Audience audience)
    {
        // A face is the same to whoever sees no more of a meeting; all else is made for its reader.
        if (SightRules.Of(audience, meeting) != Sight.Face) return BoardRows.Row(state, meeting, audience);
        if (!faces.TryGetValue(meeting.Id, out var row)) faces.Add(meeting.Id, row = BoardRows.Row(state, meeting, audience));
        return row;
    }

    private CommitmentRow? Row(ProgrammeState state, PlannedCommitment planned, Audience audience)
    {
        if (!planned.Commitment.Public) return BoardRows.Row(state, planned, audience);
        if (!blocks.TryGetValue(planned.Commitment.Id, out var row)) blocks.Add(planned.Commitment.Id, row = BoardRows.Row(state, planned, audience));
        return row;
    }
}
