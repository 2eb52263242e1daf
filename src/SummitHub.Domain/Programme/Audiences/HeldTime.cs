using System.Collections.Immutable;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Programme.Audiences;

/// <summary>The plain blocks that one audience sees, as they were after the last entry. Not thread-safe.</summary>
internal sealed class HeldTime(Audience audience)
{
    private readonly Dictionary<Resource, ImmutableArray<Interval>> blocks = [];

    /// <summary>Looks at somebody or something again; null where nothing has changed for this audience.</summary>
    public HeldTouch? Look(ProgrammeState state, Resource resource)
    {
        var before = blocks.GetValueOrDefault(resource, []);
        var now = PlainTime.Hidden(state, audience, resource);
        if (now.SequenceEqual(before)) return null;
        if (now.IsEmpty) blocks.Remove(resource);
        else blocks[resource] = now;
        return new HeldTouch(resource, before);
    }

    /// <summary>Begins as what another audience sees.</summary>
    public HeldTime From(HeldTime other)
    {
        foreach (var (resource, held) in other.blocks) blocks[resource] = held;
        return this;
    }
}
