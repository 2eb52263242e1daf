using SummitHub.Grains.Journal;

namespace SummitHub.Grains.Access;

/// <summary>Where audits are kept: logs of their own, beside those of programmes, so that nobody grows a programme by being refused.</summary>
/// <param name="Logs">A store of its own.</param>
public sealed record AuditStore(IJournalStore Logs) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Logs.DisposeAsync();
}
