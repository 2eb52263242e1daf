namespace SummitHub.Load.Verbs;

/// <summary>The command line, or the machine under it, is not what a verb needs; the message says what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
