using System.Collections.Immutable;
using SummitHub.Contracts.Access;

namespace SummitHub.Domain.Access;

/// <summary>All that lets people in to one summit, as it is stored. Rules make the next book of it; nothing changes in place.</summary>
[GenerateSerializer, Immutable, Alias("summithub.AccessBook")]
public sealed record AccessBook
{
    /// <summary>How often it has changed.</summary>
    [Id(0)]
    public long Revision { get; init; }

    /// <summary>Who asks what has changed since before this revision is told everything: what ended since may be forgotten.</summary>
    [Id(1)]
    public long Floor { get; init; }

    /// <summary>The passes, in the order in which they were issued.</summary>
    [Id(2)]
    public ImmutableArray<Pass> Passes { get; init; } = [];

    /// <summary>A pass by its name.</summary>
    public Pass? Pass(PassId id)
    {
        foreach (var pass in Passes)
        {
            if (pass.Id == id) return pass;
        }

        return null;
    }

    /// <summary>What has changed among the passes since a revision.</summary>
    public PassChanges Since(long revision) => revision < Floor || revision > Revision
        ? new(Revision, Whole: true, Passes)
        : new(Revision, Whole: revision == 0, revision == Revision ? [] : [.. Passes.Where(p => p.Revision > revision)]);

    /// <summary>The book with passes changed or added, at its next revision; what is long over is left out.</summary>
    internal AccessBook With(DateTimeOffset now, params ReadOnlySpan<Pass> changed)
    {
        var next = Revision + 1;
        var passes = Passes;
        foreach (var pass in changed)
        {
            var numbered = pass with { Revision = next };
            var at = IndexOf(passes, pass.Id);
            passes = at < 0 ? passes.Add(numbered) : passes.SetItem(at, numbered);
        }

        var kept = passes.RemoveAll(p => IsOver(p, now));
        var floor = kept.Length == passes.Length ? Floor : Math.Max(Floor, passes.Where(p => IsOver(p, now)).Max(p => p.Revision));
        return this with { Revision = next, Floor = floor, Passes = kept };
    }

    private static bool IsOver(Pass pass, DateTimeOffset now) => now - pass.OverAt >= AccessLimits.Remembered;

    private static int IndexOf(ImmutableArray<Pass> passes, PassId id)
    {
        for (var i = 0; i < passes.Length; i++)
        {
            if (passes[i].Id == id) return i;
        }

        return -1;
    }
}
