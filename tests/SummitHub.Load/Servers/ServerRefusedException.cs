namespace SummitHub.Load.Servers;

/// <summary>The server ended, or did not get ready: its last words say why.</summary>
internal sealed class ServerRefusedException(string lastWords) : Exception($"The server refused to start: {lastWords}");
