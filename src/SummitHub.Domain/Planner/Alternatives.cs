using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;

namespace SummitHub.Domain.Planner;

/// <summary>Looks for slots that would do instead of one that was refused, by asking the rules themselves; so they are truly free.</summary>
public static class Alternatives
{
    private const int Most = 3;
    private const int MostTries = 600;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Reach = TimeSpan.FromHours(4);

    /// <summary>Up to three slots near the one asked for: the same hour elsewhere, then other hours, the nearest first.</summary>
    /// <param name="state">The programme; it is only read.</param>
    /// <param name="operation">What was refused: one command with a slot.</param>
    /// <param name="now">The summit's clock.</param>
    /// <param name="goOn">Asked before each try; false ends the search with what was found.</param>
    public static ImmutableArray<Slot> Find(ProgrammeState state, Operation operation, DateTimeOffset now, Func<bool> goOn)
    {
        if (operation.Commands is not [var command] || SlotOf(command) is not { } asked) return [];
        var found = ImmutableArray.CreateBuilder<Slot>(Most);
        var tries = 0;
        foreach (var slot in Candidates(state, asked, now))
        {
            if (++tries > MostTries || !goOn()) break;
            var trial = operation with { Commands = [With(command, slot)] };
            if (state.Decide(trial, default, now) is not Decision.Accept) continue;
            found.Add(slot);
            if (found.Count == Most) break;
        }
        return found.DrainToImmutable();
    }

    private static IEnumerable<Slot> Candidates(ProgrammeState state, Slot asked, DateTimeOffset now)
    {
        var venues = LikeVenues(state, asked.Venue);
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
