using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>Asking for a meeting. It holds no time, so that no rule is asked.</summary>
internal static class Requests
{
    private const int MostWindows = 20;

    public static Refusal? Ask(Draft draft, RequestMeeting command)
    {
        var id = command.Meeting;
        var extent = Rights.Of(draft.Actor, Doing.Request);
        if (extent == Extent.Not) return Say.NotYours("Asking for a meeting", id);
        if (TermsCheck.Wrong(draft, id, command.Terms) is { } wrong) return wrong;
        var asks = command.Terms.Parties[0].Delegation;
        if (draft.Side is { } side && side != asks) return Say.No(RefusalReason.NotYoursToDo, $"{side} cannot ask in the name of {asks}.", id);
        if (command.DurationMinutes is < Texts.ShortestMinutes or > Texts.LongestMinutes)
            return Say.Malformed($"A meeting lasts {Texts.ShortestMinutes} to {Texts.LongestMinutes} minutes.", id);
        if (command.Windows.IsDefault || command.Windows.Length > MostWindows || (command.VenueKind is { } kind && !Enum.IsDefined(kind)))
            return Say.Malformed($"A request names up to {MostWindows} windows.", id);
        foreach (var window in command.Windows)
        {
            if (window.Length.TotalMinutes < command.DurationMinutes) return Say.Malformed("Each window is as long as the meeting at least.", id);
            if (Texts.Outside(draft, window)) return Say.No(RefusalReason.OutsideTheSummit, "Each window lies within the summit's days.", id);
        }
        draft.Add(new MeetingRequested(id, command.Terms, command.DurationMinutes, command.Windows, command.VenueKind));
        return null;
    }
}
