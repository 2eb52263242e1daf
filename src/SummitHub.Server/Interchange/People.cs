using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Interchange;

/// <summary>Reads <c>people.csv</c>: the principals whom no speech or meeting of the other files names first.</summary>
internal static class People
{
    private const string File = "people.csv";
    private static readonly string[] Columns = ["code", "name", "title", "level"];

    /// <summary>Enters them on the roll; what another file says of the same person later is his already.</summary>
    public static void Read(string folder, HashSet<DelegationCode> codes, PrincipalRoll roll, ImportProblems problems)
    {
        foreach (var row in CsvTable.ReadIfThere(folder, File, Columns, problems)) roll.Enter(row, row.Known("code", codes), "name", "title", "level");
    }
}
