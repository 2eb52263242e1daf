using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Server.Interchange;

namespace SummitHub.Server.Tests.Interchange;

public sealed class SummitImportTests
{
    private readonly ImportedSummit _sample = SampleFolder.Read();

    [Fact]
    public void The_real_folder_is_read_whole_and_without_a_problem()
    {
        var reading = SummitImport.Read(SampleFolder.Path, SampleFolder.Head);

        Assert.Empty(reading.Problems);
        var summit = reading.Summit!.Summit;
        Assert.Equal(
            (197, 8, 65, 36), (summit.Delegations.Length, summit.Zones.Length, summit.Venues.Length, summit.Travel.Legs.Length));
        Assert.Equal((195, 100), (reading.Summit.Commitments.Length, reading.Summit.Meetings.Length));
        Assert.Equal(("2019-09-22", "2019-09-30"), ($"{summit.From:yyyy-MM-dd}", $"{summit.To:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("kzb-1", "POL", "Andrzej Duda", "2019-09-24T11:00:00-04:00", "booth-03")]
    [InlineData("kzb-2", "GEO", "Salome Zourabichvili", "2019-09-24T11:40:00-04:00", "booth-03")]
    [InlineData("kzb-3", "UKR", "Volodymyr Zelenskyy", "2019-09-24T12:20:00-04:00", "booth-03")]
    [InlineData("kzb-4", "JOR", "King Abdullah II ibn Al Hussein", "2019-09-24T15:20:00-04:00", "booth-05")]
    [InlineData("kzb-5", "UNSG", "António Guterres", "2019-09-24T17:00:00-04:00", "sg-38")]
    public void Each_Kazakh_meeting_has_its_parties_principals_time_and_room(string id, string other, string name, string start, string venue)
    {
        var meeting = Meeting(id);

        Assert.Equal(["KAZ", other], meeting.Terms.Parties.Select(p => p.Delegation.Value));
        Assert.Equal(["Kassym-Jomart Tokayev", name], meeting.Terms.Parties.Select(p => Person(p.Principal.Value).Name));
        Assert.Equal(new Slot(Interval.Of(DateTimeOffset.Parse(start), TimeSpan.FromMinutes(20)), VenueId.Parse(venue)), meeting.Slot);
        Assert.Equal(["date", "duration_minutes", "start", "venue", "interpretation"], meeting.Terms.Estimated);
        Assert.Equal("Касым-Жомарт Токаев", Person(meeting.Terms.Parties[0].Principal.Value).NativeName?.Text);
    }

    [Fact]
    public void A_person_named_differently_in_two_files_is_one_principal()
    {
        Assert.Equal(["King Abdullah II ibn Al Hussein"], People("JOR"));
        Assert.Equal(["Elmar Maharram oglu Mammadyarov"], People("AZE"));
        Assert.Equal(["Heiko Maas", "Angela Merkel"], People("DEU"));
        Assert.Equal(Meeting("ob-040").Terms.Parties[1].Principal, Meeting("kzb-4").Terms.Parties[1].Principal);
        Assert.Equal(Meeting("ob-052").Terms.Parties[1].Principal, Commitment("statement-ukr").Principals.Single());
    }

    [Fact]
    public void A_speech_lasts_until_the_next_of_its_sitting_and_the_last_one_a_quarter_of_an_hour()
    {
        var (turkey, last) = (Commitment("statement-tur"), Commitment("statement-bih"));

        Assert.Equal(
            (Local("10:50"), Local("11:13"), "2019-09-24/morning", 4, true, true),
            (turkey.When.Start, turkey.When.End, turkey.Series, turkey.Order, turkey.Public, turkey.Estimated));
        Assert.Equal(TimeSpan.FromMinutes(15), last.When.Length);
        Assert.DoesNotContain(_sample.Commitments, c => c.Id.Value == "statement-uzb");
        Assert.Equal(["Abdulaziz Kamilov"], People("UZB"));
    }

    [Fact]
    public void What_is_estimated_or_only_announced_stays_marked()
    {
        Assert.Equal(["start", "duration_minutes", "venue"], Meeting("ob-002").Terms.Estimated);
        Assert.Equal(["duration_minutes"], Meeting("ob-069").Terms.Estimated);
        Assert.Null(Meeting("ob-001").Slot.Venue);
        Assert.Contains("seats", _sample.Summit.Venues.Single(v => v.Id.Value == "booth-01").Estimated);
        Assert.True(_sample.Summit.Rules.Estimated && _sample.Summit.Travel.Estimated);
        Assert.Contains(_sample.Meetings, m => m.Terms.Source!.EndsWith(" (planned)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_brief_holds_no_word_of_the_other_side()
    {
        var briefs = Meeting("kzb-2").Briefs.ToDictionary(b => b.Side.Value, b => b.Brief);

        Assert.Contains("Kazakhstan values friendly relations", briefs["KAZ"].Notes);
        Assert.DoesNotContain("Kazakhstan values friendly relations", briefs["GEO"].Notes);
        Assert.Contains("Wider transport and logistics ties are needed", briefs["GEO"].Notes);
        Assert.DoesNotContain("Georgia thanked", briefs["KAZ"].Notes + briefs["GEO"].Notes);
        Assert.Equal(["political_dialogue", "trade", "investment", "transport_logistics"], briefs["GEO"].Topics);
        Assert.All(_sample.Meetings, m => Assert.Equal(m.Terms.Parties.Select(p => p.Delegation), m.Briefs.Select(b => b.Side)));
    }

    [Fact]
    public void Each_Kazakh_meeting_has_its_outcomes_and_follow_ups()
    {
        var records = _sample.Records.Where(r => r.Meeting.Value.StartsWith("kzb-", StringComparison.Ordinal)).ToDictionary(r => r.Meeting.Value);

        Assert.Equal(5, records.Count);
        Assert.Contains(records["kzb-1"].Items, i => i.Item is { Kind: OutcomeKind.FigureCited, Figure: 1_200_000_000m, Unit: "USD" });
        Assert.Contains(records["kzb-3"].Items, i => i.Item.Kind == OutcomeKind.Invitation && i.Item.Side.Value == "UKR" && i.Offered);
        Assert.Contains(records["kzb-5"].Items, i => i.Shared && i.Item.Text.StartsWith("Next steps", StringComparison.Ordinal));
        Assert.Contains(records["kzb-4"].Items, i => i.Item is { Owner.Value: "KAZ", Kind: OutcomeKind.Commitment } && !i.Offered);
        Assert.All(records.Values.SelectMany(r => r.Items), i => Assert.True(i.Item.Simulated && i.Item.OtherTexts.Length == 1));
    }

    [Fact]
    public void The_rule_pack_is_the_file_s()
    {
        var rules = _sample.Summit.Rules;

        Assert.Equal((5, 0, 90, true), (rules.RoomGapMinutes, rules.PersonBufferMinutes, rules.TravelCheckedUnderMinutes, rules.SameCalendarDay));
        Assert.Equal([Level.SG, Level.HS, Level.HG], rules.FastLaneLevels);
        Assert.Equal([(120, 20), (30, 10), (0, 2)], rules.Telling!.Within.Select(w => (w.MinutesBefore, w.Minutes)));
        Assert.Equal([AskedToNote.SiteOfficer, AskedToNote.ControlOfficer, AskedToNote.Chief], rules.Telling.Chain);
        Assert.Equal([24, 8, 8, 8, 8, 11, 8, 6], rules.MeetingsADay.Select(c => c.Meetings));
        Assert.Equal("Donald Trump", Person(rules.MeetingsADayOf.Single().Principal.Value).Name);
        Assert.Equal((12, 3, 5), (_sample.Summit.Travel.IntoPerimeterMinutes, _sample.Summit.Travel.OutOfPerimeterMinutes, _sample.Summit.Travel.FastLaneMinutes));
    }

    [Fact]
    public void Every_step_has_a_name_of_its_own_and_the_founding_comes_first()
    {
        var operations = _sample.Steps.Select(s => s switch
        {
            ProgrammeStep programme => programme.Operation.Id,
            RecordStep record => record.Operation.Id,
            _ => throw new InvalidOperationException(s.ToString()),
        }).ToList();

        Assert.IsType<FoundSummit>(Assert.IsType<ProgrammeStep>(_sample.Steps[0]).Operation.Commands.Single());
        Assert.Equal(operations.Count, operations.Distinct().Count());
        Assert.Equal(1 + 13 - 2 + 100 + 200, operations.Count);
        Assert.Equal(_sample.Steps.Select(s => s.ToString()), SummitImport.Read(SampleFolder.Path, SampleFolder.Head).Summit!.Steps.Select(s => s.ToString()));
    }

    private static DateTimeOffset Local(string hour) => DateTimeOffset.Parse($"2019-09-24T{hour}:00-04:00").ToUniversalTime();

    private ImportedMeeting Meeting(string id) => _sample.Meetings.Single(m => m.Id.Value == id);

    private Commitment Commitment(string id) => _sample.Commitments.Single(c => c.Id.Value == id);

    private Principal Person(string id) => _sample.Summit.Principals.Single(p => p.Id.Value == id);

    private IEnumerable<string?> People(string code) => _sample.Summit.Principals.Where(p => p.Delegation.Value == code).Select(p => p.Name);
}
