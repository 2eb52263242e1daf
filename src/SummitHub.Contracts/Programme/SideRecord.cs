using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Programme;

/// <summary>Where one side's record of a meeting stands; it is shown to that side alone.</summary>
/// <param name="Delegation">The side.</param>
/// <param name="State">How far its record is.</param>
/// <param name="Revision">How often what this side sees of the record has changed; the meeting's own count would betray the others' drafts.</param>
[GenerateSerializer, Immutable, Alias("summithub.SideRecord")]
public readonly record struct SideRecord(
    [property: Id(0)] DelegationCode Delegation,
    [property: Id(1)] RecordState State,
    [property: Id(2)] long Revision = 0);

/// <summary>How far a side's record is.</summary>
[GenerateSerializer, Alias("summithub.RecordState")]
public enum RecordState
{
    /// <summary>Nothing is recorded.</summary>
    None,

    /// <summary>Something is noted, nothing is settled.</summary>
    Drafted,

    /// <summary>The record is made: items are offered or agreed, or there was no substantive outcome.</summary>
    Recorded,
}
