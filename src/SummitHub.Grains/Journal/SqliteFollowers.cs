using System.Collections.Concurrent;
using System.Collections.Immutable;
using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Journal;

/// <summary>Who wants to hear of appends made in this process.</summary>
internal sealed class SqliteFollowers
{
    private readonly ConcurrentDictionary<SummitId, ImmutableArray<Action<long>>> nudges = new();

    public IDisposable Add(SummitId summit, Action<long> nudge)
    {
        // A delegate of its own, so that one callback that follows twice is two followers.
        Action<long> own = length => nudge(length);
        nudges.AddOrUpdate(summit, [own], (_, all) => all.Add(own));
        return new Following(() => nudges.AddOrUpdate(summit, [], (_, all) => all.Remove(own)));
    }

    public void Nudge(SummitId summit, long length)
    {
        if (!nudges.TryGetValue(summit, out var all))
        {
            return;
        }

        foreach (var nudge in all)
        {
            try
            {
                nudge(length);
            }
#pragma warning disable CA1031 // Best effort: a follower's fault must not stop the thread that writes for everybody.
            catch (Exception)
#pragma warning restore CA1031
            {
                continue;
            }
        }
    }

    private sealed class Following(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
