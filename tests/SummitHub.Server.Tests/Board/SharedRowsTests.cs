using System.Text;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Grains.Programme;
using SummitHub.Grains.Tests.Programme;
using SummitHub.Server.Access;
using SummitHub.Server.Board;

namespace SummitHub.Server.Tests.Board;

/// <summary>Frames of many audiences that are made and written together: each must be what it would be if it were the only one.</summary>
public sealed class SharedRowsTests : IAsyncDisposable
{
    private static readonly Audience[] Everybody =
    [
        Audience.Desk, Audience.OfOfficer(SmallSummit.Desk.Id), Audience.OfOfficer("another"), Audience.DeskWall, Audience.Wall,
        .. Enumerable.Range(0, 8).SelectMany(n => (Audience[])[Audience.Of(SmallSummit.CodeOf(n)), Audience.ReadersOf(SmallSummit.CodeOf(n))]),
    ];

    private readonly ReplicaStage stage = new();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Every_audience_is_sent_byte_for_byte_what_it_would_be_sent_alone()
    {
        var (replica, rows, texts) = (await OpenAsync(), new SharedRows(), new RowTexts());
        var (apart, together) = (ProtocolOf(WireJson.Shape), ProtocolOf(texts.Shape));
        foreach (var audience in Everybody)
        {
            var alone = Frame(apart, BoardFrames.Delta(replica, audience, 0, new SharedRows())!);
            var delta = BoardFrames.Delta(replica, audience, 0, rows)!;
            Assert.Equal(alone, Frame(together, delta));
            Assert.InRange(texts.Size(delta), alone.Length - 100, alone.Length + 200);
            Assert.Equal(alone, Frame(together, delta));
        }
    }

    [Fact]
    public async Task Who_sees_no_more_than_a_face_shares_it_and_nobody_else_does()
    {
        var (replica, rows) = (await OpenAsync(), new SharedRows());
        var open = MeetingId.Parse("m-1");
        var faces = Everybody.Select(audience => Row(replica, audience, rows, open)).GroupBy(row => row, ReferenceEqualityComparer.Instance).ToDictionary(row => row.Key!, row => row.Count());
        // Its two sides' staff and the three that are the desk read rows of their own; two more are the sides' readers.
        Assert.Equal([1, 1, 1, 1, 1, Everybody.Length - 5], faces.Values.Order());
    }

    [Fact]
    public async Task A_shared_row_is_made_anew_when_the_log_has_gone_on()
    {
        var (replica, rows) = (await OpenAsync(), new SharedRows());
        var open = MeetingId.Parse("m-1");
        var before = Row(replica, Audience.Wall, rows, open);
        var late = before.Start!.Value.AddMinutes(5);
        await DoAsync(replica, Asked("late", new RunLate(open, SmallSummit.Morning, late, null, "traffic")));
        Assert.Equal((before.PlannedStart, late), (before.Start, Row(replica, Audience.Wall, rows, open).Start));
    }

    private static MeetingRow Row(ProgrammeReplica replica, Audience audience, SharedRows rows, MeetingId meeting) =>
        Assert.Single(BoardFrames.Delta(replica, audience, 0, rows)!.Meetings, row => row.Id == meeting);

    private static JsonHubProtocol ProtocolOf(Action<System.Text.Json.JsonSerializerOptions> shape)
    {
        var options = new JsonHubProtocolOptions();
        shape(options.PayloadSerializerOptions);
        return new JsonHubProtocol(Options.Create(options));
    }

    private static string Frame(JsonHubProtocol protocol, BoardDelta delta) =>
        Encoding.UTF8.GetString(protocol.GetMessageBytes(new InvocationMessage(nameof(IBoardClient.Changed), [delta])).Span);

    private static Operation Asked(string id, params ProgrammeCommand[] commands) => SmallSummit.Book(0, id) with { Commands = [.. commands] };

    private async Task<ProgrammeReplica> OpenAsync()
    {
        await stage.FoundAsync();
        var replica = (await stage.Server().FindAsync(stage.Summit, TestContext.Current.CancellationToken))!;
        foreach (var (number, visibility) in new[] { (0, Visibility.Confidential), (1, Visibility.Open), (2, Visibility.Ordinary), (3, Visibility.Open) })
        {
            var booked = (BookMeeting)SmallSummit.Book(number).Commands[0];
            await DoAsync(replica, Asked($"book-{number}", booked with { Terms = booked.Terms with { Visibility = visibility } }));
        }
        await DoAsync(replica, Asked("speeches", Speech("speech", isPublic: true), Speech("rest", isPublic: false)));
        return replica;
    }

    private static AddCommitment Speech(string id, bool isPublic) => new(new Commitment(
        CommitmentId.Parse(id), "speech", [PrincipalsOf(2), PrincipalsOf(3)], Interval.Of(SmallSummit.Morning.AddHours(isPublic ? 5 : 6), TimeSpan.FromMinutes(15)), null, null, 1, isPublic, false));

    private static PrincipalId PrincipalsOf(int number) => PrincipalId.Parse($"p{number}");

    private async Task DoAsync(ProgrammeReplica replica, Operation operation)
    {
        var entry = await stage.DoAsync(operation);
        await stage.Until(() => replica.Read(v => v.State.Length) >= entry.Position);
    }
}
