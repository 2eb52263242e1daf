using System.Collections.Immutable;

namespace SummitHub.Composed.Leaks;

/// <summary>A way to ask the server for something: a method at an address, with what can be filled in.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Pattern">The address, with its blanks in braces.</param>
/// <param name="Blanks">What is filled in in the address and its query.</param>
/// <param name="Body">What its body is read as; null where it takes none.</param>
/// <param name="IsPage">Whether it answers a page.</param>
internal sealed record Door(string Method, string Pattern, ImmutableArray<Blank> Blanks, Type? Body, bool IsPage)
{
    /// <summary>As findings call it.</summary>
    public string Name => $"{Method} {Pattern}";

    /// <summary>Whether it only reads.</summary>
    public bool Reads => Method == "GET";
}

/// <summary>Something to fill in.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="InPath">Whether it stands in the address, and not in its query.</param>
/// <param name="Type">What it is read as.</param>
internal sealed record Blank(string Name, bool InPath, Type Type);
