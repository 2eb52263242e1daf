namespace SummitHub.Server.Interchange;

/// <summary>Something wrong in a file that is imported.</summary>
/// <param name="File">The file, by its name in the folder.</param>
/// <param name="Line">The line, from one; zero where it is the whole file's.</param>
/// <param name="Field">The field; empty where it is the whole line's.</param>
/// <param name="What">What is wrong, what was found, what was expected.</param>
internal sealed record ImportProblem(string File, int Line, string Field, string What)
{
    /// <summary>As it is told to people.</summary>
    public override string ToString() => (Line, Field) switch
    {
        (0, _) => $"{File}: {What}",
        (_, "") => $"{File}, line {Line}: {What}",
        _ => $"{File}, line {Line}, {Field}: {What}",
    };
}
