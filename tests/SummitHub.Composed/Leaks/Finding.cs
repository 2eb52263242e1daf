namespace SummitHub.Composed.Leaks;

/// <summary>Something that an observer was told, or could tell.</summary>
/// <param name="Who">The observer.</param>
/// <param name="Door">The door.</param>
/// <param name="What">What gave it away: a string, a name, a status, a size, a time.</param>
/// <param name="Shown">The call and what was answered.</param>
internal sealed record Finding(string Who, string Door, string What, string Shown);
