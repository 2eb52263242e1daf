namespace SummitHub.Grains.Journal;

/// <summary>
/// Where a log stands, and the fence an append is checked against. A length alone could match after a restore or a
/// fail-over to a lagging replica; epoch, length and last hash together name one history.
/// </summary>
/// <param name="Epoch">Chosen once, when the log was made.</param>
/// <param name="Length">The number of entries, which is the version of what they fold to.</param>
/// <param name="Last">The hash of the last entry; <see cref="JournalHash.None"/> where there is none.</param>
public readonly record struct JournalHead(Guid Epoch, long Length, JournalHash Last);
