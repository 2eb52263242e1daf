using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SummitHub.Grains.Keys;

/// <summary>
/// The secrets of an installation, in one text file that only its owner may read and that lies apart from the store: a line
/// <c>chain BASE64</c>, under which logs are chained, and lines <c>master NAME BASE64</c>, which wrap the data keys of delegations. The
/// last master wraps; those before it only unwrap. Each is of 32 random bytes. A line that begins with # says something to people.
/// </summary>
public sealed partial class KeyFile
{
    /// <summary>The size of each key in bytes.</summary>
    public const int KeySize = 32;

    private const int Largest = 64 * 1024;
    private static readonly TimeSpan OthersTakeAtMost = TimeSpan.FromSeconds(2);
    private readonly string _where;

    private KeyFile(string where, ReadOnlyMemory<byte> chain, IReadOnlyList<MasterKey> masters) => (_where, Chain, Masters) = (where, chain, masters);

    /// <summary>The key of every log. It stays for as long as a log does: another one verifies nothing that was written before.</summary>
    public ReadOnlyMemory<byte> Chain { get; }

    /// <summary>The master keys, oldest first.</summary>
    public IReadOnlyList<MasterKey> Masters { get; }

    /// <summary>The one that wraps.</summary>
    public MasterKey Current => Masters[^1];

    /// <summary>Reads the file.</summary>
    /// <exception cref="KeysRefusedException">It is not there, or not such a file; the message says which line, never what it holds.</exception>
    public static KeyFile Load(string path)
    {
        path = Path.GetFullPath(path);
        if (!File.Exists(path)) throw new KeysRefusedException($"There is no key file {path}. Restore it from its back-up, or set SummitHub__KeyFile to where it lies.");
        // An empty file is one that another process has just made and is about to fill.
        SpinWait.SpinUntil(() => new FileInfo(path).Length > 0, OthersTakeAtMost);
        if (new FileInfo(path).Length > Largest) throw new KeysRefusedException($"{path} is no key file: it has more than {Largest / 1024} KB.");
        return Parse(File.ReadAllText(path), path);
    }

    /// <summary>Reads the file, or makes it where there is none. Two processes that make it at once agree on one.</summary>
    /// <exception cref="KeysRefusedException">It is there, but not such a file.</exception>
    public static KeyFile LoadOrCreate(string path)
    {
        if (!File.Exists(path)) Create(path);
        return Load(path);
    }

    /// <summary>Reads what such a file holds.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="where">What messages call it.</param>
    /// <exception cref="KeysRefusedException">It is no such file.</exception>
    public static KeyFile Parse(string text, string where)
    {
        ReadOnlyMemory<byte> chain = default;
        var masters = new List<MasterKey>();
        foreach (var (number, line) in text.Split('\n').Select(l => l.Trim()).Index().Where(l => l.Item is not "" && !l.Item.StartsWith('#')))
        {
            switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                case ["chain", var key] when chain.IsEmpty && TryRead(key) is { } bytes:
                    chain = bytes;
                    break;
                case ["master", var name, var key] when Name().IsMatch(name) && masters.TrueForAll(m => m.Name != name) && TryRead(key) is { } bytes:
                    masters.Add(new(name, bytes));
                    break;
                default:
                    throw new KeysRefusedException(
                        $"Line {number + 1} of the key file {where} is neither a first 'chain KEY' nor 'master NAME KEY' with a name of its own "
                        + "(a to z, 0 to 9 and -) and a key of 32 random bytes in base64. Restore the file from its back-up.");
            }
        }

        if (chain.IsEmpty || masters.Count == 0) throw new KeysRefusedException($"The key file {where} must hold a line 'chain KEY' and at least one 'master NAME KEY'. Restore it from its back-up.");
        return new(where, chain, masters);
    }

    /// <summary>The master of a name.</summary>
    /// <exception cref="KeysRefusedException">The file does not hold it.</exception>
    public MasterKey Master(string name) =>
        Masters.FirstOrDefault(m => m.Name == name)
        ?? throw new KeysRefusedException($"The key file {_where} does not hold the master key '{name}', which still wraps data keys. Put its line back from a back-up of the file.");

    /// <summary>Whether the current master is to wrap what another one wraps: it stands after it in the file.</summary>
    public bool IsOutdated(WrappedKey key) => Masters.Take(Masters.Count - 1).Any(m => m.Name == key.Master);

    private static byte[]? TryRead(string key)
    {
        if (!Base64.IsValid(key)) return null;
        var bytes = Convert.FromBase64String(key);
        return bytes.Length == KeySize && bytes.AsSpan().ContainsAnyExcept((byte)0) ? bytes : null;
    }

    // Made in place, because only that is exclusive: a move that must not overwrite looks first and renames later, and did lose
    // a key in a race. It goes out in one write, so nobody sees half of it.
    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var text = $"""
            # The keys of a SummitHub installation. Keep this file apart from the store, and a back-up of it apart from the store's:
            # without it no log can be checked and no record opened; with it and the store, everything can. See docs/keys.md.
            chain {Fresh()}
            master 1 {Fresh()}

            """;
        try
        {
            using var file = new FileStream(path, options);
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first, and its keys are the keys.
        }
    }

    private static string Fresh() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeySize));

    [GeneratedRegex("^[a-z0-9-]{1,32}$")]
    private static partial Regex Name();
}
