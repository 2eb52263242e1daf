using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;
using SummitHub.Domain.Board;
using SummitHub.Domain.Programme;
using SummitHub.Domain.Programme.Audiences;
using static SummitHub.Domain.Tests.Programme.SmallSummit;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>Versions of audiences: each change of a view is counted, resuming from any version arrives at the same view, and nothing is named to who may not know it.</summary>
public sealed class AudienceHistoryTests
{
    private static readonly Audience[] Audiences =
    [
        Audience.Desk, Audience.OfOfficer("desk-1"), Audience.OfOfficer("desk-2"), Audience.DeskWall, Audience.Wall,
        .. Delegations.Select(Audience.Of), .. Delegations.Select(Audience.ReadersOf),
    ];

    [Fact]
    public void Every_change_of_a_view_is_counted_and_a_board_resumes_from_any_version() =>
        Asks.Any.Array[1, 40].Sample(
            asks =>
            {
                var (state, history) = (new ProgrammeState(), new AudienceHistory());
                var seen = Audiences.ToDictionary(a => a, _ => new List<Dictionary<string, string>>());
                foreach (var entry in Log(asks))
                {
                    var before = Audiences.ToDictionary(a => a, history.VersionOf);
                    state.Apply(entry);
                    var told = history.Add(state, entry, (ulong)entry.Position).ToHashSet();
                    foreach (var audience in Audiences)
                    {
                        var (version, view, views) = (history.VersionOf(audience), View(state, audience), seen[audience]);
                        Assert.InRange(version - before[audience], 0, 1);
                        Assert.True(told.Contains(audience) || version == before[audience] || (audience.Kind == AudienceKind.Officer && told.Contains(Audience.Desk)));
                        if (version == before[audience] && views.Count > 0) Assert.Equal(views[^1], view);
                        while (views.Count <= version) views.Add(view);
                        Assert.Equal(view, Resumed(state, history, audience, views, (int)version / 2));
                    }
                }
            },
            iter: 300);

    [Fact]
    public void Nobody_is_told_the_name_of_what_he_may_not_know() =>
        Asks.Any.Array[1, 40].Sample(
            asks =>
            {
                var (state, history) = (new ProgrammeState(), new AudienceHistory());
                foreach (var entry in Log(asks))
                {
                    state.Apply(entry);
                    history.Add(state, entry, 1);
                }
                foreach (var audience in Audiences)
                    foreach (var touch in history.After(audience, 0))
                    {
                        Assert.All(touch.Meetings, m => Assert.True(SightRules.MayKnow(audience, state.Meeting(m)!), $"{audience} hears of {m}"));
                        Assert.All(touch.Commitments, c => Assert.True(SightRules.MayKnow(audience, state.Commitment(c)!, state.Principal), $"{audience} hears of {c}"));
                    }
            },
            iter: 300);

    [Fact]
    public void An_officer_goes_on_from_the_desk_s_version_when_he_first_places_something_confidential()
    {
        var (scene, history) = (new Scene(), new AudienceHistory());
        void Add(LogEntry entry) => history.Add(scene.State, entry, (ulong)entry.Position);
        foreach (var entry in scene.Log) Add(entry);
        scene.Book("m-1", Slot(9, 0, "booth-1"), "kaz-p1", "pol-p1");
        Add(scene.Log[^1]);
        var officer = Audience.OfOfficer(Desk.Id);
        Assert.Equal((1, 1), (history.VersionOf(Audience.Desk), history.VersionOf(officer)));

        Add(scene.Do(Desk, new BookMeeting(M("m-2"), Terms(Visibility.Confidential, "kaz-p1", "geo-p1"), Slot(10, 0, null), false)));
        var (desk, own) = (history.VersionOf(Audience.Desk), history.VersionOf(officer));
        Assert.Equal(2, own);
        Assert.Equal([M("m-2")], history.After(officer, 1).Single().Meetings);
        Add(scene.Do(Desk, new Confirm(M("m-1"), null)));
        Assert.Equal((desk + 1, own + 1), (history.VersionOf(Audience.Desk), history.VersionOf(officer)));
        Assert.Equal(history.VersionOf(Audience.Desk), history.VersionOf(Audience.OfOfficer("desk-2")));
    }

    private static List<LogEntry> Log(IEnumerable<Ask> asks)
    {
        var run = new Run();
        foreach (var ask in asks) run.Ask(ask);
        return run.Log;
    }

    private static Dictionary<string, string> View(ProgrammeState state, Audience audience)
    {
        if (state.Summit is not { } summit) return [];
        var (meetings, commitments) = BoardFraming.Scope(state, audience, default, TimeZoneInfo.FindSystemTimeZoneById(summit.TimeZone));
        return Written(meetings, commitments);
    }

    private static Dictionary<string, string> Resumed(ProgrammeState state, AudienceHistory history, Audience audience, List<Dictionary<string, string>> views, int from)
    {
        var view = new Dictionary<string, string>(views[from]);
        var changes = BoardFraming.Changes(state, audience, history.After(audience, from))!;
        foreach (var (id, row) in Written(changes.Meetings, changes.Commitments)) view[id] = row;
        foreach (var id in changes.Gone) view.Remove($"m {id}");
        foreach (var id in changes.GoneCommitments) view.Remove($"c {id}");
        return view;
    }

    private static Dictionary<string, string> Written(IEnumerable<MeetingRow> meetings, IEnumerable<CommitmentRow> commitments) =>
        meetings.Select(m => (Id: $"m {m.Id}", Row: JsonSerializer.Serialize(m, Json))).Concat(commitments.Select(c => (Id: $"c {c.Id}", Row: JsonSerializer.Serialize(c, Json)))).ToDictionary(r => r.Id, r => r.Row);

    private static JsonSerializerOptions Json { get; } = new() { Converters = { new JsonStringEnumConverter() } };
}
