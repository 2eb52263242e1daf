using System.Collections.Immutable;

namespace SummitHub.Server.Interchange;

/// <summary>The outcome of reading a folder: a summit, or all that is wrong.</summary>
/// <param name="Summit">What was read; null where there are problems.</param>
/// <param name="Problems">What is wrong; empty where there is a summit.</param>
internal sealed record ImportReading(ImportedSummit? Summit, ImmutableArray<ImportProblem> Problems);
