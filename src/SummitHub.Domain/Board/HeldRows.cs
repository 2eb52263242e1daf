using System.Security.Cryptography;
using System.Text;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme;

namespace SummitHub.Domain.Board;

/// <summary>
/// Plain blocks as rows: that a person or a room is held, to the desk that may not know by what. Each person and each room has rows of its
/// own, and a row's name is made of nothing but what the row shows, so that no two of them can be told to belong together.
/// </summary>
public static class HeldRows
{
    /// <summary>The kind of such a row.</summary>
    public const string Kind = "held";

    /// <summary>The people and rooms that something holds of which the audience may not know.</summary>
    public static IEnumerable<Resource> ResourcesOf(ProgrammeState state, Audience audience)
    {
        var resources = new HashSet<Resource>();
        foreach (var meeting in state.Meetings)
        {
            if (meeting.Terms.Visibility != Visibility.Confidential || SightRules.MayKnow(audience, meeting)) continue;
            foreach (var party in meeting.Terms.Parties) resources.Add(Resource.Of(party.Principal));
            if (meeting.Planned?.Venue is { } room) resources.Add(Resource.Of(room));
            if (meeting.Proposal?.Slot.Venue is { } proposed) resources.Add(Resource.Of(proposed));
        }
        foreach (var planned in state.Commitments)
        {
            if (planned.Commitment.Public || SightRules.MayKnow(audience, planned, state.Principal)) continue;
            foreach (var person in planned.Commitment.Principals) resources.Add(Resource.Of(person));
            if (planned.Commitment is { HoldsRoom: true, Venue: { } room }) resources.Add(Resource.Of(room));
        }
        // In order of name, so that the order of what is hidden tells nothing either.
        return resources.OrderBy(r => r.ToString(), StringComparer.Ordinal).ThenBy(r => r.Room is null);
    }

    /// <summary>The rows of one person or room.</summary>
    public static IEnumerable<CommitmentRow> Of(ProgrammeState state, Audience audience, Resource resource)
    {
        var delegation = resource.Person is { } person ? state.Principal(person)?.Delegation : null;
        foreach (var block in PlainTime.Hidden(state, audience, resource))
            yield return new CommitmentRow(
                IdOf(resource, block),
                Kind,
                resource.Person is { } who ? [who] : [],
                delegation is { } side ? [side] : [],
                block.Start,
                block.End,
                block.Start,
                resource.Room,
                MeetingStatus.Confirmed,
                null,
                0,
                Estimated: false);
    }

    /// <summary>Changes with those of plain blocks.</summary>
    /// <param name="changes">The others.</param>
    /// <param name="state">The programme.</param>
    /// <param name="audience">Who looks.</param>
    /// <param name="held">The people and rooms whose blocks have changed, with the blocks they had before.</param>
    internal static BoardChanges With(BoardChanges changes, ProgrammeState state, Audience audience, Dictionary<Resource, HashSet<Interval>> held)
    {
        var (rows, gone) = (changes.Commitments.ToBuilder(), changes.GoneCommitments.ToBuilder());
        foreach (var (resource, before) in held)
        {
            var now = Of(state, audience, resource).ToList();
            rows.AddRange(now);
            gone.AddRange(before.Select(block => IdOf(resource, block)).Distinct().Except(now.Select(row => row.Id)));
        }
        return changes with { Commitments = rows.ToImmutable(), GoneCommitments = gone.ToImmutable() };
    }

    private static CommitmentId IdOf(Resource resource, Interval block)
    {
        var shown = Encoding.UTF8.GetBytes($"{(resource.Room is null ? "person" : "room")}/{resource}/{block.Start.UtcTicks}");
        return CommitmentId.Parse($"held-{Convert.ToHexStringLower(SHA256.HashData(shown).AsSpan(0, 8))}");
    }
}
