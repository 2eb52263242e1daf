using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>What happens to rooms and streets.</summary>
internal static class Town
{
    private const int MostExtraMinutes = 240;

    public static Refusal? Close(Draft draft, CloseVenue command)
    {
        if (Rights.Of(draft.Actor, Doing.ReportTown) == Extent.Not) return Say.NotYours("Closing a room");
        if (draft.Setting.Site(command.Venue) is null) return Say.No(RefusalReason.NoSuchVenue, $"There is no venue {command.Venue.Value}.");
        if (!Texts.Good(command.Reason, Texts.LongestReason)) return Say.Malformed("A reason is a short text.");
        if (Texts.BadBlock(draft, command.When) is { } bad) return bad;
        if (draft.State.Closures.Any(c => c.Venue == command.Venue && c.When == command.When) && !draft.Reopens(command.Venue, command.When))
            return Say.No(RefusalReason.NothingWouldChange, $"{command.Venue} is closed for that time already.");
        draft.Add(new VenueShut(command.Venue, command.When, command.Reason));
        return null;
    }

    public static Refusal? Reopen(Draft draft, ReopenVenue command)
    {
        if (Rights.Of(draft.Actor, Doing.ReportTown) == Extent.Not) return Say.NotYours("Opening a room again");
        if (draft.Setting.Site(command.Venue) is null) return Say.No(RefusalReason.NoSuchVenue, $"There is no venue {command.Venue.Value}.");
        if (!draft.State.Closures.Any(c => c.Venue == command.Venue && c.When == command.When))
            return Say.No(RefusalReason.NothingWouldChange, $"{command.Venue} is not closed for just that time.");
        draft.Add(new VenueReopened(command.Venue, command.When));
        return null;
    }

    public static Refusal? Advise(Draft draft, AdviseTravel command)
    {
        if (Rights.Of(draft.Actor, Doing.ReportTown) == Extent.Not) return Say.NotYours("Advising of travel");
        if (draft.Setting.Zone(command.Zone) is null) return Say.No(RefusalReason.NoSuchZone, $"There is no zone {command.Zone.Value}.");
        if (!Texts.Good(command.Cause, Texts.LongestReason) || command.ExtraMinutes is < 0 or > MostExtraMinutes)
            return Say.Malformed($"An advisory has a short cause and up to {MostExtraMinutes} minutes.");
        if (Texts.BadBlock(draft, command.When) is { } bad) return bad;
        draft.Add(new TravelAdvised(command.Zone, command.When, command.ExtraMinutes, command.Cause));
        return null;
    }

    public static Refusal? Ease(Draft draft, EaseTravel command)
    {
        if (Rights.Of(draft.Actor, Doing.ReportTown) == Extent.Not) return Say.NotYours("Advising of travel");
        if (draft.Setting.Zone(command.Zone) is null) return Say.No(RefusalReason.NoSuchZone, $"There is no zone {command.Zone.Value}.");
        if (!draft.State.Advisories.Any(a => a.Zone == command.Zone && a.When == command.When))
            return Say.No(RefusalReason.NothingWouldChange, $"Nothing was advised of {command.Zone} for just that time.");
        draft.Add(new TravelEased(command.Zone, command.When));
        return null;
    }
}
