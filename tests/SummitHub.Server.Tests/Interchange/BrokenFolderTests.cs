namespace SummitHub.Server.Tests.Interchange;

public sealed class BrokenFolderTests
{
    [Theory]
    [InlineData("other-bilaterals.csv", "IND,Narendra Modi,Prime Minister,HG,DEU,Angela", "XXX,Narendra Modi,Prime Minister,HG,DEU,Angela", 2, "party_a", "no DelegationCode 'XXX'")]
    [InlineData("other-bilaterals.csv", "António Guterres,Secretary-General,SG,sg-38,korean", "António Guterres,Secretary-General,SG,sg-99,korean", 3, "venue_id", "no VenueId 'sg-99'")]
    [InlineData("other-bilaterals.csv", "ob-004,2019-09-23,2019-09-23T08:30:00-04:00", "ob-004,2019-09-23,2019-09-23T24:00:00-04:00", 5, "start", "not an instant")]
    [InlineData("other-bilaterals.csv", "ob-004,2019-09-23,2019-09-23T08:30:00-04:00", "ob-004,2019-09-23,2019-09-23T08:30:00-05:00", 5, "start", "offset of America/New_York")]
    [InlineData("other-bilaterals.csv", "ob-004,2019-09-23,2019-09-23T08:30:00-04:00", "ob-004,2019-10-23,2019-10-23T08:30:00-04:00", 5, "start", "outside the summit's days")]
    [InlineData("other-bilaterals.csv", "ob-004,2019-09-23,2019-09-23T08:30", "ob-004,2019-09-24,2019-09-23T08:30", 5, "start", "not on the day")]
    [InlineData("other-bilaterals.csv", "ob-002,", "ob-001,", 3, "id", "there twice")]
    [InlineData("other-bilaterals.csv", "-04:00,30,USA,Donald Trump,President,HS,PAK", "-04:00,-30,USA,Donald Trump,President,HS,PAK", 5, "duration_minutes", "from 5 to 480")]
    [InlineData("other-bilaterals.csv", "PAK,Imran Khan,Prime Minister,HG,hotel-barclay", "PAK,Imran Khan,Prime Minister,M,hotel-barclay", 5, "level_b", "HG elsewhere")]
    [InlineData("other-bilaterals.csv", ",duration_minutes,", ",length,", 1, "duration_minutes", "column is missing")]
    [InlineData("other-bilaterals.csv", "ob-003,", "ob-003,,", 4, "", "another number of fields")]
    [InlineData("other-bilaterals.csv", "ob-003,2019", "ob-003,\"20\"19", 4, "", "quotation mark")]
    [InlineData("member-states.csv", "ALB,AL,member_state", "ALB,AL,realm", 4, "kind", "'realm' is none of")]
    [InlineData("member-states.csv", "ALB,AL,", "AFG,AL,", 4, "code", "there twice")]
    [InlineData("member-states.csv", "ALB,AL,", "alb,AL,", 4, "code", "not a DelegationCode")]
    [InlineData("general-debate.csv", "President,2019-09-24T10:50:00-04:00", "President,2019-09-24T10:20:00-04:00", 5, "estimated_start", "not after the start")]
    [InlineData("general-debate.csv", "morning,3,4,4,TUR", "morning,3,3,4,TUR", 5, "order", "two speeches")]
    [InlineData("general-debate.csv", "2019-09-24,morning,3,4,", "2019-09-24,night,3,4,", 5, "sitting", "none of morning, afternoon")]
    [InlineData("general-debate.csv", "Recep Tayyip Erdogan,HS", "Recep Tayyip Erdogan,KING", 5, "level", "none of SG")]
    [InlineData("rules.json", "\"room_gap_minutes\": 5", "\"room_gap_minutes\": \"five\"", 3, "room_gap_minutes", "whole number")]
    [InlineData("rules.json", "\"usa-p1\"", "\"usa-p9\"", 7, "usa-p9", "no such principal")]
    [InlineData("rules.json", "\"fastest\"", "\"slowest\"", 5, "mode", "Only 'fastest'")]
    [InlineData("rules.json", "5,", "5,,", 3, "", "malformed")]
    [InlineData("rules.json", "\"minutes\": 20", "\"minutes\": 0", 13, "minutes", "from 1 to")]
    [InlineData("rules.json", "\"chief\"", "\"king\"", 14, "chain", "'king' is none of")]
    [InlineData("venues.json", "\"id\": \"unhq-cb\"", "\"id\": \"unhq-ga\"", 14, "id", "there twice")]
    [InlineData("venues.json", "\"opens\": \"08:30\"", "\"opens\": \"20:30\"", 70, "closes", "not after it opens")]
    [InlineData("venues.json", "\"closes\": \"19:30\"", "\"closes\": \"24:00\"", 70, "closes", "not an hour")]
    [InlineData("kazakhstan-bilaterals.json", "\"booth-03\"", "\"booth-99\"", 47, "venue_id", "no VenueId 'booth-99'")]
    [InlineData("kazakhstan-bilaterals.json", "\"by\": \"both\"", "\"by\": \"FRA\"", 69, "by", "nor a side")]
    [InlineData("kazakhstan-bilaterals.json", "\"kind\": \"figure\"", "\"kind\": \"rumour\"", 104, "kind", "'rumour' is none of")]
    [InlineData("kazakhstan-bilaterals.json", "\"event\": \"unga74\"", "\"event\": \"unga75\"", 3, "event", "not this summit")]
    public void A_fault_is_told_with_file_line_and_field(string file, string good, string bad, int line, string field, string what)
    {
        var problems = SampleFolder.ProblemsWith(file, text => ReplaceFirst(text, good, bad));

        Assert.Contains(problems, p => p.File == file && p.Line == line && p.Field == field && p.What.Contains(what, StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var problems = SampleFolder.ProblemsWith("other-bilaterals.csv", text => ReplaceFirst(
            ReplaceFirst(text, "ob-001,2019-09-23,2019-09-23T08:30:00-04:00,20", "ob-001,2019-09-23,today,many"), "ob-095,", "95 OB,"));

        Assert.Equal([(2, "start"), (2, "duration_minutes"), (96, "id")], problems.Select(p => (p.Line, p.Field)));
    }

    [Fact]
    public void A_missing_file_and_one_that_is_too_large_are_told_by_name()
    {
        Assert.Contains(SampleFolder.ProblemsWith("rules.json", _ => null), p => p.ToString() == "rules.json: The file is missing.");
        Assert.Contains(
            SampleFolder.ProblemsWith("rules.json", text => text + new string(' ', 9 * 1024 * 1024)),
            p => p.File == "rules.json" && p.What.Contains("at most 8388608", StringComparison.Ordinal));
    }

    [Fact]
    public void The_list_of_faults_has_an_end()
    {
        var problems = SampleFolder.ProblemsWith("general-debate.csv", text => text.Replace("2019-", "2018-", StringComparison.Ordinal).Replace("morning", "night", StringComparison.Ordinal));

        Assert.Equal(200, problems.Count);
    }

    private static string ReplaceFirst(string text, string good, string bad)
    {
        var at = text.IndexOf(good, StringComparison.Ordinal);
        return at < 0 ? text : text[..at] + bad + text[(at + good.Length)..];
    }
}
