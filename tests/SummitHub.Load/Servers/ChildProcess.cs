using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Servers;

/// <summary>
/// A program this console started and that never outlives it. A small shell stands between the two: it starts the program and
/// kills it when its own standard input closes, which the kernel does for it even when this console is killed with -9.
/// (Rejected: PR_SET_PDEATHSIG, which fires when the starting *thread* ends, and a pool thread may.)
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // $1 is where the program's id goes; the rest is the program.
    private const string Watch = """
        idfile=$1; shift; exec 3<&0
        "$@" </dev/null 3<&- & child=$!
        echo $child > "$idfile.part"; mv "$idfile.part" "$idfile"
        (read -r never <&3; kill -9 $child 2>/dev/null) & watcher=$!
        wait $child; code=$?; kill $watcher 2>/dev/null; exit $code
        """;

    private const int Interrupt = 2, Kill = 9, Continue = 18, Stop = 19;
    private readonly Process _shell;
    private readonly List<string> _lines = [];

    private ChildProcess(Process shell, int id) => (_shell, Id) = (shell, id);

    /// <summary>The program's own process id.</summary>
    public int Id { get; }

    /// <summary>Ends when the program has ended.</summary>
    public Task Ended => _shell.WaitForExitAsync();

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _shell.HasExited;

    /// <summary>How it ended.</summary>
    public int ExitCode => _shell.ExitCode;

    /// <summary>The last lines it wrote, for a message about what went wrong.</summary>
    public string LastWords
    {
        get { lock (_lines) return string.Join('\n', _lines.TakeLast(15)); }
    }

    /// <summary>Starts a program in a folder, with settings added to its environment.</summary>
    public static async Task<ChildProcess> Start(
        string folder, IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment, CancellationToken stop)
    {
        var idFile = Path.Combine(folder, $"pid-{Guid.NewGuid():N}");
        var start = new ProcessStartInfo("/bin/sh")
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var word in (string[])["-c", Watch, "sh", idFile, .. command]) start.ArgumentList.Add(word);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;

        var shell = Process.Start(start) ?? throw new UsageException($"Could not start {command[0]}.");
        while (!File.Exists(idFile))
        {
            if (shell.HasExited) throw new UsageException($"Could not start {command[0]}: {await shell.StandardError.ReadToEndAsync(stop)}");
            await Task.Delay(5, stop);
        }

        var child = new ChildProcess(shell, int.Parse(await File.ReadAllTextAsync(idFile, stop), CultureInfo.InvariantCulture));
        child.Listen();
        return child;
    }

    /// <summary>Ends it as a crash would (kill -9) and waits until it is gone.</summary>
    public Task KillNow() => Signal(Kill);

    /// <summary>Asks it to end (SIGINT) and waits until it is gone.</summary>
    public Task AskToEnd() => Signal(Interrupt);

    /// <summary>Freezes it (SIGSTOP), as a long pause of the machine would.</summary>
    public void Freeze() => _ = SendSignal(Id, Stop);

    /// <summary>Lets a frozen one go on.</summary>
    public void Thaw() => _ = SendSignal(Id, Continue);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillNow();
        _shell.Dispose();
    }

    private async Task Signal(int signal)
    {
        if (!_shell.HasExited) _ = SendSignal(Id, signal);
        await _shell.WaitForExitAsync();
    }

    private void Listen()
    {
        _shell.OutputDataReceived += (_, line) => Keep(line.Data);
        _shell.ErrorDataReceived += (_, line) => Keep(line.Data);
        _shell.BeginOutputReadLine();
        _shell.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        lock (_lines)
        {
            if (_lines.Count == 200) _lines.RemoveRange(0, 100);
            _lines.Add(line);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int id, int signal);
}
