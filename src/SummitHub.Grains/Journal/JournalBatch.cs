namespace SummitHub.Grains.Journal;

/// <summary>What goes out in one append, and the one task that all who wait for it share.</summary>
internal sealed class JournalBatch
{
    // Continuations run elsewhere: the thread that completes an append must be free to send the next.
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int bytes;

    public List<JournalEntry> Entries { get; } = [];

    public int Waiters { get; set; }

    public Task Task => done.Task;

    public bool Takes(int payload) =>
        Entries.Count < JournalLimits.EntriesPerAppend && bytes + payload <= JournalLimits.BytesPerAppend;

    public void Add(JournalEntry entry)
    {
        Entries.Add(entry);
        bytes += entry.Payload.Length;
    }

    public void Complete() => done.SetResult();

    public void Fail(JournalFailedException why)
    {
        done.SetException(why);
        _ = done.Task.Exception; // Nobody may be waiting, and that is no unobserved fault.
    }
}
