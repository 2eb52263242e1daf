using System.Diagnostics;
using System.Globalization;
using SummitHub.Load.Servers;

namespace SummitHub.Load.Fanout;

/// <summary>What a process has used, as the kernel counts it.</summary>
/// <param name="Processor">Time on a processor, of all its threads.</param>
/// <param name="Memory">Bytes of its own in memory; pages of files are left out.</param>
internal readonly record struct Usage(TimeSpan Processor, long Memory)
{
    /// <summary>Reads it.</summary>
    public static Usage Of(ChildProcess process)
    {
        using var found = Process.GetProcessById(process.Id);
        var line = File.ReadLines($"/proc/{process.Id}/status").First(one => one.StartsWith("RssAnon:", StringComparison.Ordinal));
        return new(found.TotalProcessorTime, 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture));
    }
}
