using System.Collections.Concurrent;

namespace SummitHub.Load.Kills;

/// <summary>What was acknowledged, and where in the log the server said that it stands: what no kill may take back.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<int, long> _acknowledged = new();
    private readonly ConcurrentDictionary<int, byte> _unanswered = new();

    /// <summary>Numbers of acknowledged bookings, with their positions.</summary>
    public IReadOnlyDictionary<int, long> Acknowledged => _acknowledged;

    /// <summary>Bookings that were asked for when the server died: they may stand or not, and must be answered when asked again.</summary>
    public IReadOnlyCollection<int> Unanswered => [.. _unanswered.Keys];

    /// <summary>Notes an acceptance.</summary>
    public void Accepted(int number, long position)
    {
        _acknowledged[number] = position;
        _unanswered.TryRemove(number, out _);
    }

    /// <summary>Notes a refusal: it leaves no trace.</summary>
    public void Refused(int number) => _unanswered.TryRemove(number, out _);

    /// <summary>Notes that there was no answer.</summary>
    public void NoAnswer(int number) => _unanswered[number] = 0;
}
