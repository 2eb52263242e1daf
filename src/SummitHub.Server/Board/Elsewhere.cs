using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;
using SummitHub.Domain.Planner;
using SummitHub.Grains.Programme;

namespace SummitHub.Server.Board;

/// <summary>
/// Looks for slots that would do instead of one that was refused. The replica's lock is held only while the part that the asker knows is
/// copied: nobody waits for the search, and it ends after 20 ms with what was found until then, perhaps nothing.
/// </summary>
internal sealed class Elsewhere(ISummitClocks clocks, TimeProvider time)
{
    /// <summary>How long a refusal waits for them.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMilliseconds(20);

    /// <summary>Up to three slots, none of which the asker could not have found on his own board.</summary>
    public ImmutableArray<Slot> Find(ProgrammeReplica replica, Operation operation)
    {
        var began = time.GetTimestamp();
        var (asker, now) = (Audience.Of(operation.Actor) ?? Audience.Wall, clocks.Of(replica.Summit).GetUtcNow());
        return replica.Read(v => Alternatives.Among(v.State, asker, operation, now))?.Find(() => time.GetElapsedTime(began) < Within) ?? [];
    }
}
