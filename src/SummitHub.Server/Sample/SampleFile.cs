using System.Text.Json;

namespace SummitHub.Server.Sample;

/// <summary>What is kept of the sample beside its log, so that a restart goes on from where it was.</summary>
/// <param name="SummitTime">What the clock showed.</param>
/// <param name="Rate">How fast it ran.</param>
/// <param name="Playing">Whether the script played.</param>
/// <param name="Opened">Whether the import and all that happens before the opening are done.</param>
internal sealed record SampleFile(DateTimeOffset SummitTime, double Rate, bool Playing, bool Opened)
{
    /// <summary>Reads the file; null where there is none, or it is torn: the sample then goes on from its log.</summary>
    public static SampleFile? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<SampleFile>(File.ReadAllBytes(path)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Replaces the file as a whole.</summary>
    public void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var fresh = path + ".new";
        File.WriteAllBytes(fresh, JsonSerializer.SerializeToUtf8Bytes(this));
        File.Move(fresh, path, overwrite: true);
    }
}
