using System.Diagnostics;
using System.Text.Json;

namespace SummitHub.Server.Tests.Feeds;

/// <summary>An event of a calendar as an independent reader, python3-icalendar, understands it.</summary>
internal sealed record ReadEvent(
    string Uid, int Sequence, string Status, DateTimeOffset Start, DateTimeOffset End, string Zone, bool ZoneIsGiven, DateTimeOffset Stamp, string Summary, string Location, string Description, int Errors);

/// <summary>Asks that reader.</summary>
internal static class ReadCalendar
{
    // Debian's own, which has Debian's packages whatever else is on the path.
    private static readonly string Python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    /// <summary>The events of a calendar; fails where the reader does.</summary>
    public static async Task<List<ReadEvent>> ReadAsync(byte[] calendar)
    {
        using var reader = Process.Start(new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "Feeds", "read_calendar.py")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var (said, complained) = (reader.StandardOutput.ReadToEndAsync(deadline.Token), reader.StandardError.ReadToEndAsync(deadline.Token));
        await reader.StandardInput.BaseStream.WriteAsync(calendar, deadline.Token);
        reader.StandardInput.Close();
        await reader.WaitForExitAsync(deadline.Token);
        Assert.True(reader.ExitCode == 0, $"The reader refuses the calendar: {await complained}\n{System.Text.Encoding.UTF8.GetString(calendar)}");
        return [.. (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<ReadEvent>(line, JsonSerializerOptions.Web)!)];
    }
}
