using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Servers;

/// <summary>What this machine offers: programs, free ports, a place for data.</summary>
internal static class Machine
{
    private const int FirstPort = 12_000;
    private const int Ports = 8_000;
    private static int _ports;

    /// <summary>Finds a program on the PATH or in one of the folders given.</summary>
    /// <exception cref="UsageException">It is nowhere; the message says how to install it.</exception>
    public static string Program(string name, string package, params IEnumerable<string> folders) =>
        Find(name, folders) ?? throw new UsageException($"{name} was not found: apt-get install {package}");

    /// <summary>Finds a program, or null.</summary>
    public static string? Find(string name, params IEnumerable<string> folders) =>
        folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>A port of the loopback that nobody listens on now, below those that the machine gives to whoever connects.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = FirstPort + (Interlocked.Increment(ref _ports) + (Environment.ProcessId * 7)) % Ports;
            using var probe = new TcpListener(IPAddress.Loopback, port);
            try
            {
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there.
            }
        }
    }

    /// <summary>A new folder for a server's data, on the disk that temporary files are on.</summary>
    public static string NewFolder(string what) => Directory.CreateTempSubdirectory($"summithub-{what}-").FullName;

    /// <summary>Deletes a folder with all in it; a file that vanishes meanwhile is no fault.</summary>
    public static void Delete(string folder)
    {
        try { Directory.Delete(folder, true); }
        catch (IOException) { }
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="UsageException">It failed; the message holds what it said.</exception>
    public static async Task Execute(string[] command, CancellationToken stop)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new UsageException($"Could not start {command[0]}.");
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
        await process.WaitForExitAsync(stop);
        if (process.ExitCode != 0) throw new UsageException($"{string.Join(' ', command)} ended with {process.ExitCode}: {said[1]}{said[0]}");
    }
}
