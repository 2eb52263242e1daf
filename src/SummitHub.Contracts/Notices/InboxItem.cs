using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;

namespace SummitHub.Contracts.Notices;

/// <summary>A notice in an inbox.</summary>
/// <param name="Notice">What it says.</param>
/// <param name="AcknowledgedBy">Who has taken note of it, as he is called; null for nobody.</param>
/// <param name="AcknowledgedAt">When; null for not yet.</param>
/// <param name="Overtaken">The earlier notices of the same meeting in whose place it stands; null for none.</param>
/// <param name="Pressing">With whom it lies and until when; null where nothing presses. Worked out when it is read, never stored.</param>
[GenerateSerializer, Immutable, Alias("summithub.InboxItem")]
public sealed record InboxItem(
    [property: Id(0)] Notice Notice,
    [property: Id(1)] string? AcknowledgedBy,
    [property: Id(2)] DateTimeOffset? AcknowledgedAt,
    [property: Id(3)] Overtaken? Overtaken = null,
    [property: Id(4)] Pressing? Pressing = null);

/// <summary>Notices that nobody had taken note of when a later one came: one line of history.</summary>
/// <param name="Kind">The weightiest thing that they told.</param>
/// <param name="Was">The slot that the reader knew of last.</param>
/// <param name="Since">When the first of them came: from then on somebody should have known.</param>
/// <param name="Times">How many they were.</param>
[GenerateSerializer, Immutable, Alias("summithub.Overtaken")]
public sealed record Overtaken(
    [property: Id(0)] string Kind,
    [property: Id(1)] Slot? Was,
    [property: Id(2)] DateTimeOffset Since,
    [property: Id(3)] int Times);

/// <summary>Who is to take note of a notice now.</summary>
/// <param name="With">Who of the delegation; null where all of them let their time pass and it is the desk's.</param>
/// <param name="Until">When it passes on to the next; null where it is the desk's.</param>
[GenerateSerializer, Immutable, Alias("summithub.Pressing")]
public sealed record Pressing([property: Id(0)] Role? With, [property: Id(1)] DateTimeOffset? Until);
