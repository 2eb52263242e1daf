namespace SummitHub.Grains.Storage;

/// <summary>
/// A grain's state that says whether it holds steps still to be driven to their end. The embedded store keeps that beside the state in
/// the same write, so that a start after a crash wakes just those grains. (On a cluster, a reminder does.)
/// </summary>
internal interface IUnfinished
{
    /// <summary>Whether steps are left.</summary>
    bool Unfinished { get; }
}

/// <summary>A grain that goes on with its unfinished steps as soon as it is active.</summary>
[Alias("summithub.IRevivable")]
internal interface IRevivable : IGrainWithStringKey
{
    /// <summary>Wakes the grain. Best effort; repeating it changes nothing.</summary>
    [Alias("Revive")]
    Task Revive();
}
