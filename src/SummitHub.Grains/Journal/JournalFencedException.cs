using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Journal;

/// <summary>The log was not where the writer believed: another writer has appended, or the log was replaced. Nothing was appended.</summary>
/// <param name="summit">Whose log.</param>
/// <param name="fence">Where the writer believed the log to be.</param>
/// <param name="found">Where it was; null if there was none.</param>
public sealed class JournalFencedException(SummitId summit, JournalHead fence, JournalHead? found)
    : Exception($"The log of {summit} was expected at {fence} but stood at {found?.ToString() ?? "nothing"}; nothing was appended.")
{
    /// <summary>Where the log was when the append was refused; null if there was none.</summary>
    public JournalHead? Found { get; } = found;
}
