using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Interchange;

/// <summary>Reads a follow-up of the Kazakh file: a commitment with its owner.</summary>
internal static class FollowUp
{
    private const string NextContact = "agree_visit_dates";

    /// <summary>Reads one; null where it is broken. One that the report states is offered; our own suggestion stays its owner's draft.</summary>
    public static ImportedItem? Read(JsonRow row, List<DelegationCode> sides, ItemId id)
    {
        var owner = row.Known("owner", sides.ToHashSet());
        var kind = row.Text("action") == NextContact ? OutcomeKind.NextContact : OutcomeKind.Commitment;
        var stated = row.Word("basis", Words.Stated);
        DateOnly? due = row.TextOrNull("due") is null ? null : row.Day("due");
        var (text, textRu) = (row.Text("text_en", 1_000), row.Text("text_ru", 1_000));
        if (row.Broken) return null;
        var item = new OutcomeItem(id, kind, owner, text, "en", null, null, null, owner, due, [new LocalName("ru", textRu)], Simulated: true);
        return new ImportedItem(item, Offered: stated, Shared: false);
    }
}
