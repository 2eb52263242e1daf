namespace SummitHub.Grains.Journal;

/// <summary>
/// An append of this <see cref="JournalWriter"/> was fenced, failed or has an unknown outcome (the inner exception), so this
/// writer sends nothing more and answers nobody. What was waiting may or may not be in the log: ask the next activation.
/// </summary>
public sealed class JournalFailedException(Exception cause)
    : Exception("The journal could not confirm this version; the operation may or may not have been kept. Repeat it with the same operation id.", cause);
