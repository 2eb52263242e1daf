using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme;
using SummitHub.Domain.Programme.Decisions;

namespace SummitHub.Domain.Planner;

/// <summary>
/// Slots that would do instead of one that was refused, by the rules themselves on the part of the programme that the asker knows. There
/// whatever he may not know of is a plain block that contains it: so they are truly free, and tell nothing of it but that it is there.
/// They keep every rule, also where the plan itself need only bring no new trouble.
/// </summary>
public sealed class Alternatives
{
    private const int Most = 3;
    private const int MostTries = 600;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Reach = TimeSpan.FromHours(4);

    private readonly ProgrammeState view;
    private readonly Operation operation;
    private readonly Slot asked;
    private readonly List<VenueId> venues;
    private readonly DateTimeOffset now;

    private Alternatives(ProgrammeState view, Operation operation, Slot asked, List<VenueId> venues, DateTimeOffset now) =>
        (this.view, this.operation, this.asked, this.venues, this.now) = (view, operation, asked, venues, now);

    /// <summary>
    /// Takes of the programme what the search will read: people, rooms and interpreters concerned, around the hours concerned. It is brief, and
    /// what it answers is its own: the search needs no lock. Null where there is nothing to look for.
    /// </summary>
    /// <param name="state">The programme; it is only read.</param>
    /// <param name="asker">Who asked.</param>
    /// <param name="operation">What was refused: one command with a slot.</param>
    /// <param name="now">The summit's clock.</param>
    public static Alternatives? Among(ProgrammeState state, Audience asker, Operation operation, DateTimeOffset now)
    {
        if (state.Setting is not { } setting || operation.Commands is not [var command] || SlotOf(command) is not { } asked) return null;
        var meeting = command is PlanCommand { Meeting: var named } ? state.Meeting(named) : null;
        if ((command as BookMeeting)?.Terms.Parties is not { } parties)
        {
            if (meeting is null || !SightRules.MayKnow(asker, meeting)) return null;
            parties = meeting.Terms.Parties;
        }
        var venues = LikeVenues(state, asked.Venue);
        var rooms = new HashSet<VenueId>(venues);
        if (asked.Venue is { } room) rooms.Add(room);
        foreach (var site in rooms.Select(id => setting.Site(id)).ToList())
            if (site is not null) rooms.UnionWith(site.Neighbours);
        // By whole local days, since some rules count what a person does on one.
        var near = Reach + TimeSpan.FromMinutes(setting.Rules.TravelCheckedUnderMinutes) + PlainTime.Step;
        var (from, _) = setting.Days.Around((asked.When.Start - near).UtcTicks);
        var (_, to) = setting.Days.Around((asked.When.End + near).UtcTicks);
        var when = new Interval(new DateTimeOffset(from, TimeSpan.Zero), new DateTimeOffset(to, TimeSpan.Zero));
        var part = new Part([.. parties.Select(p => p.Principal)], rooms, meeting?.Interpreters ?? [], when, meeting?.Id);
        return new Alternatives(PlainView.Of(state, asker, part, now), operation, asked, venues, now);
    }

    /// <summary>Up to three slots near the one asked for: the same hour elsewhere, then other hours, the nearest first.</summary>
    /// <param name="goOn">Asked before each try; false ends the search with what was found.</param>
    public ImmutableArray<Slot> Find(Func<bool> goOn)
    {
        var found = ImmutableArray.CreateBuilder<Slot>(Most);
        var tries = 0;
        foreach (var slot in Candidates())
        {
            if (++tries > MostTries || !goOn()) break;
            if (!Decider.IsClean(view, operation with { Commands = [With(operation.Commands[0], slot)] }, now)) continue;
            found.Add(slot);
            if (found.Count == Most) break;
        }
        return found.DrainToImmutable();
    }

    private IEnumerable<Slot> Candidates()
    {
        foreach (var venue in venues) yield return asked with { Venue = venue };
        for (var shift = Step; shift <= Reach; shift += Step)
            foreach (var start in new[] { asked.When.Start + shift, asked.When.Start - shift })
            {
                if (start < now) continue;
                var when = asked.When.StartingAt(start);
                yield return new Slot(when, asked.Venue);
                foreach (var venue in venues.Take(3)) yield return new Slot(when, venue);
            }
    }

    private static List<VenueId> LikeVenues(ProgrammeState state, VenueId? asked)
    {
        if (asked is not { } id || state.Venue(id) is not { } like || state.Summit is not { } summit) return [];
        return [.. summit.Venues.Where(v => v.Bookable && v.Kind == like.Kind && v.Id != id && v.Owner == like.Owner).Select(v => v.Id)];
    }

    private static Slot? SlotOf(ProgrammeCommand command) => command switch
    {
        BookMeeting c => c.Slot,
        Accept c => c.Slot,
        Propose c => c.Slot,
        Schedule c => c.Slot,
        Move c => c.Slot,
        Postpone c => c.Slot,
        _ => null,
    };

    private static ProgrammeCommand With(ProgrammeCommand command, Slot slot) => command switch
    {
        BookMeeting c => c with { Slot = slot },
        Accept c => c with { Slot = slot },
        Propose c => c with { Slot = slot },
        Schedule c => c with { Slot = slot },
        Move c => c with { Slot = slot },
        Postpone c => c with { Slot = slot },
        _ => command,
    };
}
