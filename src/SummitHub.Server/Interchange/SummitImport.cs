using System.Collections.Immutable;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Interchange;

/// <summary>
/// Reads a folder of files as a summit. It writes nothing, and answers a summit only where nothing at all is wrong. A folder without
/// a file of its people, debate or meetings is a summit whose programme begins empty.
/// </summary>
internal static class SummitImport
{
    /// <summary>Reads the folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="head">What the summit is called and when it is held.</param>
    public static ImportReading Read(string folder, SummitHead head)
    {
        var (problems, names, roll) = (new ImportProblems(), new ImportNames(), new PrincipalRoll());
        var delegations = MemberStates.Read(folder, names.Delegations, problems);
        var town = Venues.Read(folder, head, names.Delegations, names.Venues, problems);
        People.Read(folder, names.Delegations, roll, problems);
        var commitments = GeneralDebate.Read(folder, head.Days, names.Delegations, names.Venues, roll, problems);
        var kazakh = KazakhBilaterals.Read(folder, head, names, roll, problems).ToList();
        var others = OtherBilaterals.Read(folder, head.Days, names, roll, problems).ToList();
        var rules = Rules.Read(folder, roll.Principals, problems);
        if (problems.Any || town is null || rules is null) return new ImportReading(null, problems.ToImmutable());

        var summit = new Summit(
            head.Id, head.Title, head.TimeZone, head.From, head.To, town.Zones, town.Venues, town.Travel, delegations, roll.Principals, rules);
        ImmutableArray<ImportedMeeting> meetings =
        [
            .. kazakh.Select(m => m.Meeting).Concat(others.Select(m => m.Meeting)).OrderBy(m => m.Slot.When.Start).ThenBy(m => m.Id),
        ];
        ImmutableArray<ImportedRecord> records = [.. kazakh.Select(m => m.Record), .. others.Select(m => m.Record).OfType<ImportedRecord>()];
        var steps = ImportSteps.Of(summit, head.EnteredAt, commitments, meetings);
        return new ImportReading(new ImportedSummit(summit, head.EnteredAt, steps, commitments, meetings, records), []);
    }
}
