using System.Text.Json;
using SummitHub.Load.Timetable;

namespace SummitHub.Load.Day;

/// <summary>One line of a day.ndjson.</summary>
internal sealed record DayEvent(int Seq, DateTimeOffset At, string Type, string By, string? MeetingId, JsonElement Data)
{
    /// <summary>Reads a day.</summary>
    public static IReadOnlyList<DayEvent> ReadAll(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0).Select(InputFile.ReadLine<DayEvent>)];

    /// <summary>Whether the desk reports it; else a delegation does.</summary>
    public bool IsOfTheDesk => By is "protocol_desk" or "hall" or "security" or "interpretation_desk";

    /// <summary>A text of its data.</summary>
    public string Text(string name) => Data.GetProperty(name).GetString() ?? throw new InvalidDataException($"Event {Seq} has no {name}.");

    /// <summary>A text of its data that may be missing.</summary>
    public string? TextOrNull(string name) => Data.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>A whole number of its data.</summary>
    public int Number(string name) => Data.GetProperty(name).GetInt32();

    /// <summary>An instant of its data.</summary>
    public DateTimeOffset Instant(string name) => Data.GetProperty(name).GetDateTimeOffset();
}
