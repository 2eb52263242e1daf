using Npgsql;
using NpgsqlTypes;
using SummitHub.Load.Servers;

namespace SummitHub.Load.Bookings;

/// <summary>
/// PostgreSQL at its best: one prepared call of a function a booking, three rows under an exclusion constraint,
/// always in the same order of resources. ON CONFLICT DO NOTHING keeps
/// two bookings from waiting for each other in a circle and costs no subtransaction, which an exception handler would.
/// </summary>
internal sealed class PostgresContender(PostgresServer server, bool notifies) : IContender
{
    private const string Schema = """
        create extension if not exists btree_gist;
        drop table if exists hold;
        create table hold (resource int not null, during int4range not null, booking int not null,
            exclude using gist (resource with =, during with &&));
        create or replace function book(booking int, a int, b int, room int, starts int, ends int, rest int, tells boolean) returns boolean
        language plpgsql as $$
        begin
            insert into hold values (a, int4range(starts, ends), booking) on conflict do nothing;
            if not found then return false; end if;
            insert into hold values (b, int4range(starts, ends), booking) on conflict do nothing;
            if not found then
                delete from hold where resource = a and during = int4range(starts, ends);
                return false;
            end if;
            insert into hold values (room, int4range(starts, ends + rest), booking) on conflict do nothing;
            if not found then
                delete from hold where resource in (a, b) and during = int4range(starts, ends);
                return false;
            end if;
            if tells then perform pg_notify('changed', booking::text); end if;
            return true;
        end $$;
        """;

    private readonly List<NpgsqlCommand> _commands = [];
    private readonly CancellationTokenSource _enough = new();
    private NpgsqlDataSource? _source;
    private Task _listening = Task.CompletedTask;
    private int _ofEach;

    /// <inheritdoc/>
    public string Name => notifies ? "postgres" : "postgresQuiet";

    /// <inheritdoc/>
    public async Task Begin(Workload workload, int callers, CancellationToken stop)
    {
        _ofEach = workload.OfEach;
        _source = NpgsqlDataSource.Create(server.ConnectionString + $";Maximum Pool Size={callers + 4}");
        await using (var schema = _source.CreateCommand(Schema)) await schema.ExecuteNonQueryAsync(stop);
        for (var i = 0; i < callers; i++) _commands.Add(await Prepared(await _source.OpenConnectionAsync(stop), stop));
        if (notifies) _listening = Listen(await _source.OpenConnectionAsync(stop), _enough.Token);
    }

    /// <inheritdoc/>
    public async Task<bool> Book(int caller, Asked asked, CancellationToken stop)
    {
        var command = _commands[caller];
        var start = (asked.Day * 1440) + asked.StartMinute;
        Span<int> values = [asked.Number, asked.First, _ofEach + asked.Second, (2 * _ofEach) + asked.Room, start, start + asked.Minutes];
        for (var i = 0; i < values.Length; i++) ((NpgsqlParameter<int>)command.Parameters[i]).TypedValue = values[i];
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }

    /// <inheritdoc/>
    public async Task<Stored> Look(IReadOnlyCollection<int> accepted, CancellationToken stop)
    {
        await using var command = _source!.CreateCommand("select booking from hold group by booking having count(*) = 3");
        await using var rows = await command.ExecuteReaderAsync(stop);
        var held = new HashSet<int>();
        while (await rows.ReadAsync(stop)) held.Add(rows.GetInt32(0));
        return new(held.Count, [.. accepted.Where(number => !held.Contains(number))]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var command in _commands) await command.Connection!.DisposeAsync();
        foreach (var command in _commands) await command.DisposeAsync();
        if (_source is not null) await _source.DisposeAsync();
        _enough.Dispose();
    }

    private async Task<NpgsqlCommand> Prepared(NpgsqlConnection connection, CancellationToken stop)
    {
        var command = new NpgsqlCommand($"select book($1, $2, $3, $4, $5, $6, {Workload.RoomGap}, {(notifies ? "true" : "false")})", connection);
        for (var i = 0; i < 6; i++) command.Parameters.Add(new NpgsqlParameter<int> { NpgsqlDbType = NpgsqlDbType.Integer });
        await command.PrepareAsync(stop);
        return command;
    }

    private static async Task Listen(NpgsqlConnection connection, CancellationToken stop)
    {
        await using (connection)
        {
            await using (var listen = new NpgsqlCommand("listen changed", connection)) await listen.ExecuteNonQueryAsync(stop);
            while (!stop.IsCancellationRequested) await connection.WaitAsync(stop);
        }
    }
}
