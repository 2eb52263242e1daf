using System.Text.RegularExpressions;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Programme;
using SummitHub.Server.Pages;
using SummitHub.Server.Tests.Interchange;
using SummitHub.Server.Words;

namespace SummitHub.Server.Tests.Words;

/// <summary>A key without a text would show as itself: whatever the pages and the client ask for is in the book.</summary>
public sealed partial class UsedKeysTests
{
    private static readonly HashSet<string> Known = [.. WordBook.Of("en").Keys];

    private static readonly List<(string File, string Text)> Sources = [.. ReadSources()];

    public static TheoryData<string, string[]> Families => new()
    {
        { "status", Enum.GetNames<MeetingStatus>() },
        { "kind", Enum.GetNames<OutcomeKind>() },
        { "notice", Enum.GetNames(typeof(ProgrammeState).Assembly.GetType("SummitHub.Domain.Notices.NoticeKind", throwOnError: true)!) },
        { "rule", Enum.GetNames<RefusalReason>() },
        { "role", Enum.GetNames<Role>() },
        { "milestone", Enum.GetNames<Milestone>() },
        { "format", Enum.GetNames<MeetingFormat>() },
        { "visibility", Enum.GetNames<Visibility>() },
        { "stage", Enum.GetNames<ItemStage>() },
        { "record", Enum.GetNames<RecordState>() },
        { "settled", Enum.GetNames<Settlement>() },
        { "audit", Enum.GetNames<AuditAct>() },
        { "invitation", Enum.GetNames<InvitationState>() },
        { "signIn", Enum.GetNames<SignIn>() },
        { "pass", Enum.GetNames<PassKind>() },
        { "sensitivity", Enum.GetNames<Sensitivity>() },
        { "deed", Enum.GetNames<RecordDeed>() },
    };

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_value_of_a_family_has_its_text(string family, string[] names)
    {
        Assert.NotEmpty(names);
        Assert.Empty(names.Select(n => $"{family}.{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(n)}").Except(Known));
    }

    [Fact]
    public void Every_key_that_a_page_or_the_client_names_has_its_text()
    {
        var used = (from source in Sources
                    from Match ask in Asks().Matches(source.Text)
                    from Match key in Literals().Matches(ask.Groups["asked"].Value)
                    select (source.File, Key: key.Groups["key"].Value)).ToList();
        Assert.True(used.Count > 150, $"Only {used.Count} keys were found in the sources: has the way in which they are asked for changed?");
        Assert.Contains(used, u => u.File.EndsWith(".ts", StringComparison.Ordinal));
        Assert.Empty(used.Where(u => !Known.Contains(u.Key)).Select(u => $"{u.File}: {u.Key}"));
    }

    [Fact]
    public void Every_key_that_is_put_together_has_texts_of_its_family()
    {
        var prefixes = (from source in Sources
                        from Match ask in Asks().Matches(source.Text)
                        from Match key in Composed().Matches(ask.Groups["asked"].Value)
                        select (source.File, Prefix: key.Groups["prefix"].Value)).Distinct().ToList();
        Assert.NotEmpty(prefixes);
        Assert.Empty(prefixes.Where(p => !Known.Any(k => k.StartsWith(p.Prefix, StringComparison.Ordinal))).Select(p => $"{p.File}: {p.Prefix}"));
    }

    [Fact]
    public void Every_change_of_the_plan_has_its_name_and_says_when_it_is_done()
    {
        var verbs = Sources.SelectMany(s => Verbs().Matches(s.Text)).Select(m => m.Groups["verb"].Value).Distinct().ToList();
        Assert.NotEmpty(verbs);
        Assert.Empty(verbs.SelectMany(v => new[] { $"plan.{v}", $"plan.{v}.done" }).Except(Known));
    }

    [Fact]
    public void Every_cause_that_the_floor_offers_has_its_text()
    {
        Assert.NotEmpty(MeetingFloor.Causes);
        Assert.Empty(MeetingFloor.Causes.Select(c => $"cause.{c}").Except(Known));
    }

    [Fact]
    public void Every_reason_of_a_link_that_does_not_let_in_has_its_text_and_says_whom_to_ask()
    {
        Assert.NotEmpty(Join.Reasons);
        Assert.Empty(Join.Reasons.SelectMany(r => new[] { $"join.{r}", $"join.{r}.ask" }).Except(Known));
    }

    [Fact]
    public void What_the_sample_talks_of_has_its_text()
    {
        var summit = SampleFolder.Read();
        var topics = Directory.EnumerateFiles(SampleFolder.Path, "*.json").SelectMany(f => Topics().Matches(File.ReadAllText(f))).Select(m => m.Groups["topic"].Value).Distinct().ToList();
        Assert.NotEmpty(topics);
        Assert.Empty(topics.Select(t => $"topic.{t}").Except(Known));
    }

    private static IEnumerable<(string File, string Text)> ReadSources()
    {
        var server = Path.GetFullPath(Path.Combine(SampleFolder.Path, "../../src/SummitHub.Server"));
        return from folder in new[] { "Pages", "client/src" }
               from file in Directory.EnumerateFiles(Path.Combine(server, folder))
               where Path.GetExtension(file) is ".razor" or ".cs" or ".ts"
               select (Path.GetRelativePath(server, file), File.ReadAllText(file));
    }

    // All that stands where a key is asked for, be it one key, a choice of two, or one that is put together.
    [GeneratedRegex("""\b[Ww]ords(?:\[(?<asked>[^\]]+)\]|\.(?:[Ss]ay|[Oo]r)\((?<asked>[^,)\n]+))|data-done=(?<asked>"[\w.]+")|\bLabel="@\((?<asked>[^)]+)\)""")]
    private static partial Regex Asks();

    [GeneratedRegex("(?<!\\$)\"(?<key>\\w[^\"{}]*)\"")]
    private static partial Regex Literals();

    [GeneratedRegex("""(?:\$"|`)(?<prefix>\w+\.)\$?\{""")]
    private static partial Regex Composed();

    [GeneratedRegex("<PlanForm Verb=\"(?<verb>\\w+)\"")]
    private static partial Regex Verbs();

    [GeneratedRegex("\"topic\": \"(?<topic>\\w+)\"")]
    private static partial Regex Topics();
}
