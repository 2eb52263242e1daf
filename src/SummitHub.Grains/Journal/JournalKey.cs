using System.Security.Cryptography;

namespace SummitHub.Grains.Journal;

/// <summary>The secret under which the chain is sealed: 32 random bytes in a file that only its owner may read.</summary>
public static class JournalKey
{
    /// <summary>Its size in bytes.</summary>
    public const int Size = 32;

    private static readonly TimeSpan OthersTakeAtMost = TimeSpan.FromSeconds(2);

    /// <summary>Reads the key, or makes it where there is none. Two processes that make it at once agree on one.</summary>
    /// <exception cref="JournalRefusedException">The file holds something else.</exception>
    public static ReadOnlyMemory<byte> LoadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        // An empty file is one that another process has just made and is about to fill.
        SpinWait.SpinUntil(() => new FileInfo(path).Length > 0, OthersTakeAtMost);
        var key = File.ReadAllBytes(path);
        return key.Length == Size && key.AsSpan().ContainsAnyExcept((byte)0)
            ? key
            : throw new JournalRefusedException(
                $"The journal key {path} must hold 32 random bytes but holds {key.Length} of no use. Restore it from the backup: without "
                + "it no entry of the log can be checked. Delete it only if there is no log yet, and a new one is made.");
    }

    // Made in place, because only that is exclusive: a move that must not overwrite looks first and renames later, and did lose
    // a key in a race. 32 bytes go out in one write, so nobody sees half of them.
    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using var file = new FileStream(path, options);
            file.Write(RandomNumberGenerator.GetBytes(Size));
            file.Flush(flushToDisk: true);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first, and its key is the key.
        }
    }
}
