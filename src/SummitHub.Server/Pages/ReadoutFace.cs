using System.Collections.Immutable;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Summits;
using SummitHub.Server.Meetings;
using SummitHub.Server.Words;

namespace SummitHub.Server.Pages;

/// <summary>How a readout looks on paper: its head and foot are in its own language, whatever the reader's is.</summary>
internal static class ReadoutFace
{
    /// <summary>The sheet of a readout. One that is in a language of which we have no words has its head and foot in English.</summary>
    public static ReadoutSheet Of(PublishedReadout readout, ImmutableArray<DelegationCode> parties, DateOnly? day, Summit summit)
    {
        var words = new Wording(WordBook.Languages.Contains(readout.Language) ? readout.Language : WordBook.Default);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(summit.TimeZone);
        string Name(DelegationCode code) => summit.Delegations.FirstOrDefault(d => d.Code == code)?.NameIn(words.Language) ?? code.Value;
        string Written(DateOnly on) => on.ToString(words["format.date"], words.Culture);
        var edition = readout.Edition == 0 ? words["readout.draft"] : words.Say("readout.edition", ("time", Written(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(readout.At, zone).DateTime))), ("number", readout.Edition));
        string?[] foot = [words.Or($"summit.{summit.Id}", summit.Title), string.Join(words["list.and"], parties.Select(Name)), day is { } held ? Written(held) : null, edition];
        return new(readout.Language, words.Say("readout.of", ("party", Name(readout.Side))), readout.Title, readout.Lead, readout.Lines, string.Join(" · ", foot.OfType<string>()));
    }
}
