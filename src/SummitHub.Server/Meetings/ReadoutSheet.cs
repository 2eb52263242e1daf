using System.Collections.Immutable;
using SummitHub.Contracts.Meetings;

namespace SummitHub.Server.Meetings;

/// <summary>A readout as it stands on paper.</summary>
/// <param name="Language">Its language, a BCP 47 tag.</param>
/// <param name="Heading">Above it: whose it is, in the words of its language.</param>
/// <param name="Title">Its title, perhaps none.</param>
/// <param name="Lead">What stands before the items.</param>
/// <param name="Lines">The items.</param>
/// <param name="Foot">Below it: the meeting, its day, and which edition it is.</param>
internal sealed record ReadoutSheet(string Language, string Heading, string Title, string Lead, ImmutableArray<string> Lines, string Foot)
{
    private static readonly string[] FromTheRight = ["ar", "fa", "he", "ur", "ps", "dv", "ckb", "sd", "ug", "yi"];

    /// <summary>Whether its language is written from the right.</summary>
    public bool IsFromTheRight => Direction(Language) == "rtl";

    /// <summary>How a language is written: <c>rtl</c> or <c>ltr</c>.</summary>
    public static string Direction(string language) => Array.IndexOf(FromTheRight, language.Split('-')[0].ToLowerInvariant()) >= 0 ? "rtl" : "ltr";

    /// <summary>A side's readout as it is composed, before anybody has published it: what cannot be told in its language is left out.</summary>
    public static PublishedReadout Composed(RecordView record, Readout readout, DateTimeOffset at) =>
        new(record.Side, readout.Language, 0, readout.Title, readout.Lead, [.. readout.Items.Select(name => TextOf(record, name, readout.Language)).OfType<string>()], at);

    /// <summary>Where in its list an item stands, from one, that is not told in its language yet; zero where there is none.</summary>
    public static int Untold(RecordView record, Readout readout) => 1 + readout.Items.ToList().FindIndex(name => TextOf(record, name, readout.Language) is null);

    private static string? TextOf(RecordView record, ItemName name, string language) =>
        record.Items.FirstOrDefault(i => i.Item.Id == name.Id && i.Item.Side == name.Side)?.Item.TextIn(language);
}
