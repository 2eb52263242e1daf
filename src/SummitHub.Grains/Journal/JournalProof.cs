using System.Buffers.Binary;
using System.Security.Cryptography;
using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Journal;

/// <summary>
/// A short race of writers through several doors of one store. A store that checks and appends in two steps, or answers what it
/// has not kept, is found out here rather than on the day.
/// </summary>
internal static class JournalProof
{
    private const int WritersPerDoor = 2;
    private const int AppendsPerWriter = 12;
    private const int TriesPerWriter = 2000;

    /// <summary>Races on a scratch log, which is dropped afterwards.</summary>
    /// <exception cref="JournalRefusedException">Something was lost or forked.</exception>
    public static async Task RaceAsync(IReadOnlyList<IJournalStore> doors, CancellationToken cancellation)
    {
        var summit = SummitId.Parse($"proof-{Guid.NewGuid():N}"[..32]);
        using var chain = new JournalChain(RandomNumberGenerator.GetBytes(Keys.KeyFile.KeySize));
        var start = await doors[0].CreateAsync(summit, Guid.NewGuid(), cancellation).ConfigureAwait(false);
        try
        {
            var races = doors.SelectMany(door => Enumerable.Repeat(door, WritersPerDoor))
                .Select((door, writer) => WriteAsync(door, summit, chain, start, writer, cancellation));
            var kept = (await Task.WhenAll(races).ConfigureAwait(false)).SelectMany(each => each).ToDictionary(entry => entry.Position);
            await CompareAsync(doors[0], summit, chain, kept, cancellation).ConfigureAwait(false);
        }
        catch (ArgumentException same)
        {
            throw new JournalRefusedException("The store acknowledged two entries at one position: it does not compare and append in one step.", same);
        }
        finally
        {
            await doors[0].DropAsync(summit, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<List<JournalEntry>> WriteAsync(
        IJournalStore door, SummitId summit, JournalChain chain, JournalHead head, int writer, CancellationToken cancellation)
    {
        var kept = new List<JournalEntry>(AppendsPerWriter);
        for (var tries = 0; kept.Count < AppendsPerWriter; tries++)
        {
            if (tries == TriesPerWriter)
            {
                throw new JournalRefusedException($"A writer was fenced {tries} times in a row of races: the store does not let writers take turns.");
            }

            var payload = new byte[8];
            BinaryPrimitives.WriteInt32BigEndian(payload, writer);
            BinaryPrimitives.WriteInt32BigEndian(payload.AsSpan(4), kept.Count);
            var entry = chain.Seal(head.Last, head.Length + 1, payload);
            try
            {
                head = await door.AppendAsync(summit, head, [entry], cancellation).ConfigureAwait(false);
                kept.Add(entry);
            }
            catch (JournalFencedException fenced)
            {
                head = fenced.Found ?? throw new JournalRefusedException("The scratch log vanished during the race of writers.");
            }
        }

        return kept;
    }

    private static async Task CompareAsync(
        IJournalStore door, SummitId summit, JournalChain chain, Dictionary<long, JournalEntry> kept, CancellationToken cancellation)
    {
        var previous = JournalHash.None;
        var length = 0;
        await foreach (var entry in door.ReadAsync(summit, 0, cancellation).ConfigureAwait(false))
        {
            if (!chain.Verify(previous, entry) || !kept.TryGetValue(entry.Position, out var acknowledged) || acknowledged.Hash != entry.Hash)
            {
                throw new JournalRefusedException($"In a race of writers the store kept an entry at {entry.Position} that it had not acknowledged, or forked.");
            }

            previous = entry.Hash;
            length++;
        }

        if (length != kept.Count)
        {
            throw new JournalRefusedException($"In a race of writers the store acknowledged {kept.Count} entries and kept {length}.");
        }
    }
}
