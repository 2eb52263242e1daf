using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme;

namespace SummitHub.Grains.Programme;

/// <summary>
/// For each audience the entries that changed its view, in order. An audience's version is their number: a pure function of the
/// log, so every server agrees on it, and no gap in it betrays what others do.
/// </summary>
public sealed class AudienceHistory
{
    private readonly Dictionary<Audience, List<Touch>> touches = [];
    private readonly HashSet<Audience> touched = [];

    /// <summary>How many entries have changed what the audience sees.</summary>
    public long VersionOf(Audience audience) => touches.TryGetValue(audience, out var list) ? list.Count : 0;

    /// <summary>The check of the audience's entry at a version; zero at version zero, null beyond the last.</summary>
    public ulong? CheckAt(Audience audience, long version)
    {
        if (version == 0) return 0;
        return touches.TryGetValue(audience, out var list) && version > 0 && version <= list.Count ? list[(int)version - 1].Check : null;
    }

    /// <summary>The entries that changed the audience's view after a version; none after one that is ahead.</summary>
    public IEnumerable<Touch> After(Audience audience, long version)
    {
        if (!touches.TryGetValue(audience, out var list)) yield break;
        for (var i = version; i < list.Count; i++) yield return list[(int)i];
    }

    /// <summary>The places in the log of the audience's next entries after a place.</summary>
    public ImmutableArray<long> PositionsAfter(Audience audience, long position, int most)
    {
        if (!touches.TryGetValue(audience, out var list)) return [];
        int low = 0, high = list.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (list[middle].Position <= position) low = middle + 1;
            else high = middle;
        }
        return [.. list.Skip(low).Take(most).Select(t => t.Position)];
    }

    /// <summary>Counts an entry, once it is folded into the state, for the audiences it concerns.</summary>
    /// <returns>Those audiences; the set is good until the next call.</returns>
    public IReadOnlySet<Audience> Add(ProgrammeState state, LogEntry entry, ulong check)
    {
        touched.Clear();
        var meetings = ImmutableArray.CreateBuilder<MeetingId>();
        var commitments = ImmutableArray.CreateBuilder<CommitmentId>();
        foreach (var happened in entry.Events) Concern(state, happened, meetings, commitments);
        if (touched.Count == 0) return touched;
        var touch = new Touch(entry.Position, check, meetings.DrainToImmutable(), commitments.DrainToImmutable());
        foreach (var audience in touched)
        {
            if (!touches.TryGetValue(audience, out var list)) touches[audience] = list = [];
            list.Add(touch);
        }
        return touched;
    }

    private void Concern(
        ProgrammeState state, ProgrammeEvent happened, ImmutableArray<MeetingId>.Builder meetings, ImmutableArray<CommitmentId>.Builder commitments)
    {
        switch (happened)
        {
            case RecordNoted { Sides: var sides, Meeting: var id }:
                foreach (var side in sides) touched.Add(Audience.Of(side.Delegation));
                AddOnce(meetings, id);
                break;
            case MeetingEvent { Meeting: var id } when state.Meeting(id) is { } meeting:
                AddOnce(meetings, id);
                Concern(state, meeting);
                break;
            case CommitmentAdded { Commitment.Id: var id }:
                Concern(state, id, commitments);
                break;
            case CommitmentSlipped { Commitment: var id }:
                Concern(state, id, commitments);
                break;
            case CommitmentMarked { Commitment: var id }:
                Concern(state, id, commitments);
                break;
        }
    }

    private void Concern(ProgrammeState state, Meeting meeting)
    {
        foreach (var party in meeting.Terms.Parties) touched.Add(Audience.Of(party.Delegation));
        if (meeting.Terms.Visibility == Visibility.Confidential) return;
        touched.Add(Audience.Desk);
        touched.Add(Audience.Wall);
        if (meeting.Terms.Visibility == Visibility.Open) ConcernEverybody(state);
    }

    private void Concern(ProgrammeState state, CommitmentId id, ImmutableArray<CommitmentId>.Builder commitments)
    {
        if (state.Commitment(id) is not { Commitment: var commitment }) return;
        if (!commitments.Contains(id)) commitments.Add(id);
        touched.Add(Audience.Desk);
        foreach (var person in commitment.Principals)
            if (state.Principal(person) is { } principal)
                touched.Add(Audience.Of(principal.Delegation));
        if (!commitment.Public) return;
        touched.Add(Audience.Wall);
        ConcernEverybody(state);
    }

    private void ConcernEverybody(ProgrammeState state)
    {
        foreach (var delegation in state.Summit!.Delegations) touched.Add(Audience.Of(delegation.Code));
    }

    private static void AddOnce(ImmutableArray<MeetingId>.Builder meetings, MeetingId id)
    {
        if (!meetings.Contains(id)) meetings.Add(id);
    }
}

