namespace SummitHub.Load.Verbs;

/// <summary>One thing this console can do: measure, break or verify.</summary>
/// <param name="Name">The word on the command line.</param>
/// <param name="What">One line for the list of verbs; null hides a verb that only other verbs start.</param>
/// <param name="Run">Does it.</param>
internal sealed record Verb(string Name, string? What, Func<Options, CancellationToken, Task<Outcome>> Run);
