using System.Diagnostics;
using System.Globalization;

namespace SummitHub.Load.Verbs;

/// <summary>What a verb is doing, on standard error, with the seconds since it began.</summary>
internal static class Progress
{
    private static readonly long Began = Stopwatch.GetTimestamp();

    /// <summary>Says one line.</summary>
    public static void Say(string line) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(Began).TotalSeconds,7:0.0}  {line}"));
}
