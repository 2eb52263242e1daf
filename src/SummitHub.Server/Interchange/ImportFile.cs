using System.Text;

namespace SummitHub.Server.Interchange;

/// <summary>A file as text: within its limit, and UTF-8.</summary>
internal static class ImportFile
{
    /// <summary>The most bytes of one file.</summary>
    public const long MostBytes = 8 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file; null, with the problem noted, where it is missing, too large or not UTF-8.</summary>
    public static string? Read(string folder, string file, ImportProblems problems)
    {
        var info = new FileInfo(Path.Combine(folder, file));
        if (!info.Exists)
        {
            problems.Add(file, 0, "", "The file is missing.");
            return null;
        }
        if (info.Length > MostBytes)
        {
            problems.Add(file, 0, "", $"The file has {info.Length} bytes; at most {MostBytes} are read.");
            return null;
        }
        var bytes = File.ReadAllBytes(info.FullName);
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException bad)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(bad.Index, 0, bytes.Length)).Count((byte)'\n');
            problems.Add(file, line, "", "The text is not UTF-8.");
            return null;
        }
    }
}
