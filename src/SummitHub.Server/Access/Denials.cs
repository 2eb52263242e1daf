using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Server.Access;

/// <summary>
/// What this server denied, on its way to the audit: written every five seconds, alike ones as one that says how often, and no more than
/// so many, so that nobody grows the audit by being refused. What a crash takes with it is at most these five seconds.
/// </summary>
internal sealed partial class Denials(IGrainFactory grains, TimeProvider time, ILogger<Denials> log) : BackgroundService
{
    /// <summary>The most that are told apart within five seconds, of one summit; what comes beyond is counted together.</summary>
    public const int MostApart = 50;

    internal static readonly TimeSpan WrittenEvery = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private Dictionary<SummitId, Dictionary<Denial, AuditEntry>> waiting = [];

    /// <summary>Notes that somebody who is signed in asked for what is not his. Costs no call.</summary>
    public void Note(HttpContext http)
    {
        if (Caller.TryActor(http.User) is not { } by || Caller.SummitOf(http.User) is not { } summit) return;
        var act = HttpMethods.IsGet(http.Request.Method) ? AuditAct.ReadDenied : AuditAct.CommandDenied;
        Note(summit, act, by, http.Request.Path, http.Response.StatusCode == StatusCodes.Status404NotFound ? "notThereForHim" : "notYoursToDo", From(http));
    }

    /// <summary>Notes a denial. Costs no call.</summary>
    public void Note(SummitId summit, AuditAct act, Actor? by, string about, string why, string? from)
    {
        var denial = new Denial(act, by, Short(about), Short(why), from);
        lock (gate)
        {
            if (!waiting.TryGetValue(summit, out var some)) waiting[summit] = some = [];
            if (!some.ContainsKey(denial) && some.Count >= MostApart) denial = new(act, null, "more of the same", "tooMany", null);
            some[denial] = some.TryGetValue(denial, out var before)
                ? before with { Times = before.Times + 1 }
                : new(time.GetUtcNow(), act, denial.By, null, denial.About, denial.Why, denial.From, 1);
        }
    }

    /// <summary>The network address that a call came from.</summary>
    public static string? From(HttpContext http) => http.Connection.RemoteIpAddress?.ToString();

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(WrittenEvery, time);
        while (await tick.WaitForNextTickAsync(stoppingToken)) await WriteAsync();
    }

    private async Task WriteAsync()
    {
        Dictionary<SummitId, Dictionary<Denial, AuditEntry>> written;
        lock (gate) (written, waiting) = (waiting, []);
        foreach (var (summit, some) in written)
        {
            try
            {
                await grains.GetGrain<IAccessGrain>(summit.Value).Audit([.. some.Values.OrderBy(e => e.At)]);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                LogNotWritten(log, some.Count, summit, failure);
                lock (gate) waiting.TryAdd(summit, some);
            }
        }
    }

    private static string Short(string text) => text.Length <= AccessLimits.LongestAudited ? text : text[..AccessLimits.LongestAudited];

    /// <summary>What makes two denials alike.</summary>
    private readonly record struct Denial(AuditAct Act, Actor? By, string About, string Why, string? From);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} denials at {Summit} could not be written to the audit; they are tried again")]
    private static partial void LogNotWritten(ILogger log, int count, SummitId summit, Exception failure);
}
