using System.Collections.Immutable;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Interchange;

/// <summary>Reads <c>member-states.csv</c>: the delegations with their names.</summary>
internal static class MemberStates
{
    private const string File = "member-states.csv";
    private static readonly string[] Languages = ["en", "ar", "es", "fr", "kk", "ru", "zh"];
    private static readonly string[] Columns = ["code", "alpha2", "kind", "languages", .. Languages.Select(l => $"name_{l}")];

    /// <summary>Reads the delegations; each code is noted as taken, even where the rest of its row is wrong.</summary>
    public static ImmutableArray<Delegation> Read(string folder, HashSet<DelegationCode> codes, ImportProblems problems)
    {
        var delegations = ImmutableArray.CreateBuilder<Delegation>();
        foreach (var row in CsvTable.Read(folder, File, Columns, problems))
        {
            var delegation = new Delegation(
                row.New("code", codes),
                row.TextOrNull("alpha2", 2),
                row.Word("kind", Words.DelegationKinds),
                [.. Languages.Select(l => new LocalName(l, row.Text($"name_{l}", 120)))],
                row.Parts("languages", ' '));
            if (!row.Broken) delegations.Add(delegation);
        }
        return delegations.ToImmutable();
    }
}
