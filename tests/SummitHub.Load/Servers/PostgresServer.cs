using Npgsql;
using SummitHub.Load.Verbs;

namespace SummitHub.Load.Servers;

/// <summary>
/// A PostgreSQL of its own, tuned for many small durable transactions on a small machine and unsafe in nothing:
/// fsync, synchronous_commit and full_page_writes are on. It is spoken to through its Unix socket, the fastest way there is.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private static readonly string[] Settings =
    [
        "listen_addresses=", "max_connections=300", "fsync=on", "synchronous_commit=on", "full_page_writes=on",
        "shared_buffers=512MB", "wal_buffers=64MB", "wal_level=minimal", "max_wal_senders=0", "min_wal_size=1GB", "max_wal_size=8GB",
        "checkpoint_timeout=30min", "jit=off", "log_min_messages=fatal",
    ];

    private readonly string _folder = Machine.NewFolder("postgres");
    private ChildProcess? _process;

    private PostgresServer()
    {
    }

    /// <summary>The connection string, without pooling options.</summary>
    public string ConnectionString => $"Host={_folder};Username=postgres;Database=postgres;No Reset On Close=true";

    /// <summary>Makes a new cluster and starts it; installs PostgreSQL from Debian's packages when it is missing and we may.</summary>
    public static async Task<PostgresServer> Start(CancellationToken stop)
    {
        if (Find("postgres") is null) await Install(stop);
        var server = new PostgresServer();
        await server.Create(stop);
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.AskToEnd();
            await _process.DisposeAsync();
        }

        Machine.Delete(_folder);
    }

    private async Task Create(CancellationToken stop)
    {
        if (Environment.IsPrivilegedProcess) await Machine.Execute(["chown", "postgres", _folder], stop);
        var data = Path.Combine(_folder, "data");
        await Machine.Execute([.. AsItself, Binary("initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"], stop);
        string[] settings = [.. Settings.SelectMany(one => new[] { "-c", one })];
        _process = await ChildProcess.Start(_folder, [.. AsItself, Binary("postgres"), "-D", data, "-k", _folder, .. settings], null, stop);
        await Answers(stop);
    }

    private async Task Answers(CancellationToken stop)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString + ";Pooling=false");
        while (true)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(stop);
                return;
            }
            catch (NpgsqlException) when (!_process!.HasEnded)
            {
                await Task.Delay(50, stop);
            }
            catch (NpgsqlException fault)
            {
                throw new InvalidOperationException($"PostgreSQL ended instead of answering: {_process!.LastWords}", fault);
            }
        }
    }

    // PostgreSQL refuses to run as root; the package brings a user of its own.
    private static string[] AsItself => Environment.IsPrivilegedProcess
        ? [Machine.Program("setpriv", "util-linux"), "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        : [];

    private static string Binary(string name) => Find(name) ?? throw new UsageException($"{name} was not found: apt-get install postgresql");

    private static string? Find(string name) => Machine.Find(name, Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin"))
        : []);

    private static async Task Install(CancellationToken stop)
    {
        if (!Environment.IsPrivilegedProcess || Machine.Find("apt-get") is not { } install)
            throw new UsageException("PostgreSQL was not found: apt-get install postgresql");
        Progress.Say("PostgreSQL is missing: installing it from Debian's packages");
        await Machine.Execute([install, "update", "-qq"], stop);
        await Machine.Execute(["env", "DEBIAN_FRONTEND=noninteractive", install, "install", "-y", "-qq", "--no-install-recommends", "postgresql"], stop);
    }
}
