namespace SummitHub.Grains.Keys;

/// <summary>A key is missing or of no use. The message says which and what to do; trying again without doing it changes nothing.</summary>
[GenerateSerializer, Alias("summithub.KeysRefusedException")]
public sealed class KeysRefusedException(string message, Exception? cause = null) : Exception(message, cause);
