namespace SummitHub.Load.Timetable;

/// <summary>A rule that a timetable breaks.</summary>
/// <param name="Rule">The rule's short name, such as <c>travel</c>.</param>
/// <param name="Meetings">The meetings (or commitments) that break it, earliest first.</param>
/// <param name="What">What is wrong, in a sentence.</param>
internal sealed record Violation(string Rule, IReadOnlyList<string> Meetings, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Rule}: {What}";
}
