using System.Text.Json.Nodes;

namespace SummitHub.Load.Verbs;

/// <summary>What a verb found: the one JSON object on the last line of standard output, and whether all it verifies held.</summary>
/// <param name="Held">Exit code 0 or 1.</param>
/// <param name="Line">The keys of the verb; nothing in it is rounded away that a target is about.</param>
internal sealed record Outcome(bool Held, JsonObject Line);
