using System.Text;
using System.Text.Json;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Programme;
using SummitHub.Domain.Programme.Holds;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>All that a state knows, as text: two states are equal when their dumps are. Calendars are dumped hold by hold.</summary>
internal static class Dump
{
    public static string Of(ProgrammeState state, IEnumerable<LogEntry> log)
    {
        var text = new StringBuilder();
        text.AppendLine($"{state.Length} {state.LastAt:O} {state.Summit?.Id}");
        foreach (var meeting in state.Meetings.OrderBy(m => m.Id)) text.AppendLine(JsonSerializer.Serialize(meeting));
        foreach (var commitment in state.Commitments.OrderBy(c => c.Commitment.Id)) text.AppendLine(JsonSerializer.Serialize(commitment));
        text.AppendLine(JsonSerializer.Serialize(state.Closures)).AppendLine(JsonSerializer.Serialize(state.Advisories));
        foreach (var entry in log) text.AppendLine($"{entry.Actor.Id} {entry.Operation}: {state.Earlier(entry.Actor.Id, entry.Operation)}");
        if (state.Summit is null) return text.ToString();
        foreach (var person in state.Summit.Principals) Holds(text, person.Id.Value, state.Calendars.Of(person.Id));
        foreach (var venue in state.Summit.Venues) Holds(text, venue.Id.Value, state.Calendars.Of(venue.Id));
        foreach (var interpreter in state.Summit.Rules.Interpreters) Holds(text, interpreter.Id.Value, state.Calendars.Of(interpreter.Id));
        return text.ToString();
    }

    private static void Holds(StringBuilder text, string of, HoldList? list)
    {
        var holds = new List<Hold>();
        list?.Overlapping(0, long.MaxValue, holds);
        // Holds that start together stand in no order that means anything.
        foreach (var line in holds.Select(h => $"{of}: {h.Start}-{h.End} {h.Meeting}{h.Commitment} {h.Site?.Id} {h.Expires}").Order(StringComparer.Ordinal)) text.AppendLine(line);
    }
}
