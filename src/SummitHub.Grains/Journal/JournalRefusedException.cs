namespace SummitHub.Grains.Journal;

/// <summary>
/// The store cannot keep its promise, or no longer holds what was acknowledged. The message says why and what to do;
/// trying again without doing it changes nothing.
/// </summary>
[GenerateSerializer, Alias("summithub.JournalRefusedException")]
public sealed class JournalRefusedException(string message, Exception? cause = null) : Exception(message, cause);
