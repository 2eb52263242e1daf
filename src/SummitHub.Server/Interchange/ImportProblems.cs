using System.Collections.Immutable;

namespace SummitHub.Server.Interchange;

/// <summary>All that was found wrong in a folder, in the order of reading; at most <see cref="Most"/>, so that a wrong file cannot fill the memory.</summary>
internal sealed class ImportProblems
{
    /// <summary>The most problems that are told.</summary>
    public const int Most = 200;

    private readonly List<ImportProblem> _found = [];

    /// <summary>Whether something was found.</summary>
    public bool Any => _found.Count > 0;

    /// <summary>Notes a problem.</summary>
    public void Add(string file, int line, string field, string what)
    {
        if (_found.Count < Most) _found.Add(new ImportProblem(file, line, field, what));
    }

    /// <summary>What was found.</summary>
    public ImmutableArray<ImportProblem> ToImmutable() => [.. _found];
}
