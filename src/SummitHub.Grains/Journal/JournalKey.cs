using System.Security.Cryptography;

namespace SummitHub.Grains.Journal;

/// <summary>The secret under which the chain is sealed: 32 random bytes in a file that only its owner may read.</summary>
public static class JournalKey
{
    /// <summary>Its size in bytes.</summary>
    public const int Size = 32;

    /// <summary>Reads the key, or makes it where there is none. Two processes that make it at once agree on one.</summary>
    /// <exception cref="JournalRefusedException">The file holds something else.</exception>
    public static ReadOnlyMemory<byte> LoadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        var key = File.ReadAllBytes(path);
        return key.Length == Size && key.AsSpan().ContainsAnyExcept((byte)0)
            ? key
            : throw new JournalRefusedException(
                $"The journal key {path} must hold 32 random bytes but holds {key.Length} of no use. Restore it from the backup: without "
                + "it no entry of the log can be checked. Delete it only if there is no log yet, and a new one is made.");
    }

    // Written aside and linked into place, so that nobody ever sees half a key and the first one made wins.
    private static void Create(string path)
    {
        var aside = $"{path}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(aside, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Size));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }
}
