using System.Text;

namespace SummitHub.Load.Fanout;

/// <summary>The changes that one board of each audience saw, to be broadcast again by the bare hub.</summary>
internal sealed class Recording
{
    private readonly Dictionary<string, List<string>> _changes = new(StringComparer.Ordinal);
    private bool _on;

    /// <summary>Begins anew.</summary>
    public void Begin()
    {
        lock (_changes)
        {
            _changes.Clear();
            _on = true;
        }
    }

    /// <summary>Keeps the argument of a change.</summary>
    public void Keep(string audience, ReadOnlySpan<byte> frame)
    {
        lock (_changes)
        {
            if (!_on) return;
            if (!_changes.TryGetValue(audience, out var changes)) _changes.Add(audience, changes = []);
            var argument = frame[(frame.IndexOf((byte)'[') + 1)..frame.LastIndexOf((byte)']')];
            changes.Add(Encoding.UTF8.GetString(argument));
        }
    }

    /// <summary>Stops and answers what was kept, as JSON texts by audience.</summary>
    public Dictionary<string, List<string>> End()
    {
        lock (_changes)
        {
            _on = false;
            return new(_changes, StringComparer.Ordinal);
        }
    }
}
