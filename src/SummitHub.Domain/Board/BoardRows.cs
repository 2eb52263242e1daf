using System.Collections.Immutable;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme;

namespace SummitHub.Domain.Board;

/// <summary>Makes the rows an audience sees from what the programme knows; pure, and the only place where rows are made.</summary>
public static class BoardRows
{
    /// <summary>The meeting as the audience sees it; null where it may not know of it.</summary>
    public static MeetingRow? Row(ProgrammeState state, Meeting meeting, Audience audience)
    {
        var sight = SightRules.Of(audience, meeting);
        if (sight < Sight.Face) return null;
        var logistics = sight >= Sight.Logistics;
        var record = sight == Sight.Side ? RecordOf(meeting, audience.Delegation!.Value) : (SideRecord?)null;
        return new MeetingRow(
            meeting.Id,
            meeting.Version,
            Parties(state, meeting),
            meeting.Terms.Format,
            string.Join('-', meeting.Terms.Parties.Select(p => state.Principal(p.Principal)?.Level)),
            meeting.Terms.Visibility,
            Status(meeting, record?.State),
            meeting.Expected?.Start,
            meeting.Expected?.End,
            meeting.Planned?.When.Start,
            meeting.Planned?.When.End,
            meeting.Planned?.Venue,
            meeting.MovedFrom,
            logistics ? meeting.Reason : "",
            logistics ? meeting.LateCause : null,
            logistics && meeting.Proposal is { } p ? new ProposalRow(p.By, p.Slot, p.Reason, p.Expires) : null,
            logistics && meeting.Planned is null ? meeting.Windows : [],
            (int)meeting.Duration.TotalMinutes,
            logistics ? Cut(state, meeting, meeting.Conflicts, audience) : [],
            logistics ? Cut(state, meeting, meeting.Overrides, audience) : [],
            logistics ? meeting.Terms.Interpretation : [],
            logistics ? meeting.Interpreters : [],
            logistics ? meeting.Terms.Media : null,
            meeting.RoomReady,
            meeting.FiveMinutes,
            record?.State,
            record?.Revision ?? 0,
            meeting.Terms.Estimated,
            meeting.Terms.Source,
            meeting.Simulated);
    }

    /// <summary>The commitment as the audience sees it; null where it may not know of it.</summary>
    public static CommitmentRow? Row(ProgrammeState state, PlannedCommitment planned, Audience audience)
    {
        var commitment = planned.Commitment;
        if (planned.Dropped || !SightRules.MayKnow(audience, planned, state.Principal)) return null;
        var people = commitment.Public || audience.Delegation is null
            ? commitment.Principals
            : [.. commitment.Principals.Where(p => state.Principal(p)?.Delegation == audience.Delegation)];
        return new CommitmentRow(
            commitment.Id,
            commitment.Kind,
            people,
            [.. people.Select(p => state.Principal(p)).Where(p => p is not null).Select(p => p!.Delegation).Distinct()],
            planned.Expected.Start,
            planned.Expected.End,
            commitment.When.Start,
            commitment.Venue,
            planned switch
            {
                { EndedAt: not null } => MeetingStatus.Ended,
                { StartedAt: not null } => MeetingStatus.InProgress,
                _ when planned.Expected.Start > commitment.When.Start => MeetingStatus.Late,
                _ => MeetingStatus.Confirmed,
            },
            commitment.Series,
            commitment.Order,
            commitment.Estimated);
    }

    // The side's own count: the meeting's would betray how often the others have drafted.
    private static SideRecord RecordOf(Meeting meeting, DelegationCode side)
    {
        foreach (var record in meeting.Records)
            if (record.Delegation == side)
                return record;
        return new SideRecord(side, RecordState.None);
    }

    private static MeetingStatus Status(Meeting meeting, RecordState? record) => meeting.Phase switch
    {
        MeetingPhase.Requested => MeetingStatus.Requested,
        MeetingPhase.InProgress => MeetingStatus.InProgress,
        MeetingPhase.Ended when record is not null and not RecordState.Recorded => MeetingStatus.OutcomePending,
        MeetingPhase.Ended => MeetingStatus.Ended,
        MeetingPhase.Cancelled => MeetingStatus.Cancelled,
        MeetingPhase.Postponed => MeetingStatus.Postponed,
        MeetingPhase.Declined => MeetingStatus.Declined,
        MeetingPhase.Withdrawn => MeetingStatus.Withdrawn,
        _ when meeting.Expected is { } expected && meeting.Planned is { } planned && expected.Start > planned.When.Start => MeetingStatus.Late,
        _ when meeting.Arrivals.Any(a => a.EnRouteAt is not null || a.ArrivedAt is not null) => MeetingStatus.OnTheWay,
        MeetingPhase.Provisional => MeetingStatus.Provisional,
        _ => MeetingStatus.Confirmed,
    };

    private static ImmutableArray<PartyRow> Parties(ProgrammeState state, Meeting meeting)
    {
        var rows = ImmutableArray.CreateBuilder<PartyRow>(meeting.Terms.Parties.Length);
        for (var i = 0; i < meeting.Terms.Parties.Length; i++)
        {
            var party = meeting.Terms.Parties[i];
            var principal = state.Principal(party.Principal);
            var arrival = i < meeting.Arrivals.Length ? meeting.Arrivals[i] : default;
            rows.Add(new PartyRow(
                party.Delegation,
                party.Principal,
                principal?.Name,
                principal?.NativeName,
                principal?.Office ?? "",
                principal?.Level ?? Level.PR,
                party.People,
                meeting.Accepted.Contains(party.Delegation),
                arrival.EnRouteAt,
                arrival.ExpectedAt,
                arrival.ArrivedAt));
        }
        return rows.MoveToImmutable();
    }

    /// <summary>Violations cut to what the audience may know.</summary>
    internal static ImmutableArray<Violation> Cut(ProgrammeState state, Meeting meeting, ImmutableArray<Violation> violations, Audience audience)
    {
        if (violations.IsDefaultOrEmpty) return [];
        var discretion = new Discretion(audience, state.Meeting, state.Commitment, state.Principal);
        return [.. violations.Select(v => discretion.Cut(v, meeting.Expected, meeting.Planned?.Venue)).Distinct()];
    }
}
