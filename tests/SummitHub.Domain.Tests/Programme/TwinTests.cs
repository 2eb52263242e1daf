using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Board;
using SummitHub.Domain.Planner;
using SummitHub.Domain.Programme;
using SummitHub.Domain.Programme.Audiences;
using static SummitHub.Domain.Tests.Programme.SmallSummit;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>
/// Two worlds that differ in one thing: in one a confidential meeting is placed, prepared, recorded, moved and cancelled; in the other the
/// same officer does the same with a plain hold of the same people, room and interpreter. Whoever may not know of it, whatever he asks for,
/// is told the same in both, to the last number. A failure prints the seed.
/// </summary>
public sealed class TwinTests(ITestOutputHelper output)
{
    private static readonly Actor Officer = Desk;
    private static readonly MeetingId Secret = M("s-1");

    private static readonly Audience[] Outsiders =
    [
        Audience.Desk, Audience.OfOfficer("desk-2"), Audience.Of(Geo), Audience.Of(Ukr), Audience.ReadersOf(Geo), Audience.ReadersOf(Ukr), Audience.DeskWall, Audience.Wall,
    ];

    /// <summary>Those whose view a confidential deed does not change at all, unless it troubles a meeting they know: they see no plain blocks.</summary>
    private static readonly Audience[] Blind = [Audience.ReadersOf(Kaz), Audience.ReadersOf(Pol), .. Outsiders.Where(a => !SightRules.SeesHolds(a))];

    private static readonly string[] Rooms = ["booth-1", "booth-2", "lounge"];

    private static readonly Gen<Slot> Slots = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 2].Select(i => Rooms[i]), (at, room) => Slot(At(8).AddMinutes(20 * at), room));

    /// <summary>Others of the desk book the same people into the same rooms at the same hours.</summary>
    private static readonly Gen<Ask> Clash = Gen.Select(
        Gen.Int[1, 99], Slots, Gen.Bool, Gen.Bool, Gen.Enum<Visibility>(), Gen.Int[0, 2].Select(i => i == 0 ? "the desk insists" : null),
        (id, slot, kaz, geo, visibility, reason) => new Ask(
            Desk with { Id = "desk-2" }, null, reason, [new BookMeeting(M($"n-{id}"), Terms(visibility, kaz ? "kaz-p1" : "pol-p1", geo ? "geo-p1" : "ukr-p1"), slot, false)], 1));

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (4, Asks.Any.Select(a => new Step(Outside(a), null, default))),
        (2, Clash.Select(a => new Step(a, null, default))),
        (2, Gen.Select(Gen.Enum<Deed>(), Slots, (deed, slot) => new Step(null, deed, slot))));

    [Fact]
    public void Who_may_not_know_of_a_confidential_meeting_is_told_what_a_hold_would_tell_him()
    {
        var (secrets, met) = (0, 0);
        Steps.Array[5, 50].Sample(
            steps =>
            {
                var (meeting, hold) = (new World(confidential: true), new World(confidential: false));
                AssertSame(meeting, hold, "the beginning");
                foreach (var step in steps)
                {
                    if (step.Ask is { } ask)
                    {
                        var (one, other) = (meeting.Ask(ask), hold.Ask(ask));
                        Assert.Equal(other.Told, one.Told);
                        if (one.InTheWay) Interlocked.Increment(ref met);
                    }
                    else
                    {
                        var before = Blind.ToDictionary(a => a, a => (meeting.History.VersionOf(a), meeting.ViewOf(a)));
                        if (!meeting.Do(step.Deed!.Value, step.Slot)) continue;
                        if (!meeting.Troubled) Assert.All(Blind, a => Assert.Equal(before[a], (meeting.History.VersionOf(a), meeting.ViewOf(a))));
                        Assert.True(hold.Do(step.Deed!.Value, step.Slot), $"What a meeting could do at {step.Slot} a hold could not.");
                        Interlocked.Increment(ref secrets);
                    }
                    AssertSame(meeting, hold, step.ToString());
                }
            },
            iter: 600,
            print: steps => string.Join('\n', steps.Select(s => s.ToString())));
        output.WriteLine($"{secrets} confidential deeds; {met} asks found something in the way of which they were told no more");
        Assert.True(secrets > 400 && met > 100, "Too little happened to mean anything.");
    }

    private static void AssertSame(World one, World other, string after)
    {
        foreach (var audience in Outsiders)
        {
            Assert.True(other.History.VersionOf(audience) == one.History.VersionOf(audience), $"After {after} the version of {audience} is {one.History.VersionOf(audience)} where a hold makes it {other.History.VersionOf(audience)}.");
            Assert.Equal(other.ViewOf(audience), one.ViewOf(audience));
        }
        Assert.Equal(other.Busy(), one.Busy());
    }

    /// <summary>An ask of somebody who may not know of the meeting.</summary>
    private static Ask Outside(Ask ask)
    {
        var actor = ask.Actor switch
        {
            { Role: Role.System } or { Role: Role.Desk } => Desk with { Id = "desk-2" },
            { Delegation: { } side } a when (side == Kaz || side == Pol) && a.Role is not (Role.Reader or Role.Press) => Of(side == Kaz ? Geo : Ukr, a.Role),
            var a => a,
        };
        return ask with { Actor = actor };
    }

    private sealed record Step(Ask? Ask, Deed? Deed, Slot Slot)
    {
        public override string ToString() => Ask is { } ask
            ? $"{ask.MinutesLater,3} {ask.Actor.Id} {ask.OnBehalf?.Delegation} {ask.OverrideReason} {string.Join(" + ", ask.Commands)}"
            : $"{Deed} {Slot.When.Start:HH:mm} {Slot.Venue}";
    }

    private enum Deed
    {
        Place,
        Insist,
        Prepare,
        Arrive,
        Record,
        RunOver,
        Move,
        Cancel,
    }

    private sealed class World
    {
        private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };
        private readonly bool confidential;
        private readonly ProgrammeState state = new();
        private int operations, holds;
        private bool interpreted;
        private DateTimeOffset now = At(8);

        public World(bool confidential)
        {
            this.confidential = confidential;
            Do(new Actor("import", "Import", Role.System, null), new FoundSummit(SmallSummit.Summit));
            Do(Desk with { Id = "desk-2" }, Scene.Booking("m-1", Slot(9, 0, "booth-1"), "kaz-p1", "geo-p1"), Scene.Booking("m-2", Slot(11, 0, "booth-2"), "pol-p1", "ukr-p1"));
        }

        public AudienceHistory History { get; } = new();

        /// <summary>Whether the last deed put another meeting into conflict, or ended one.</summary>
        public bool Troubled { get; private set; }

        public (string Told, bool InTheWay) Ask(Ask ask)
        {
            now = now.AddMinutes(ask.MinutesLater);
            var commands = ask.Commands.Select(c => c is FactCommand fact && fact.OccurredAt > now ? fact with { OccurredAt = now } : c);
            var operation = new Operation(OperationId.Parse($"op-{++operations}"), ask.Actor, [.. commands], ask.OnBehalf, ask.OverrideReason);
            switch (state.Decide(operation, 0, now))
            {
                case Decision.Accept accept:
                    Apply(accept.Entry);
                    return ("accepted", false);
                case Decision.Refuse { Refusal: var refusal }:
                    var cut = refusal.Reason is RefusalReason.PartyUnavailableThen or RefusalReason.RoomUnavailableThen or RefusalReason.InterpreterUnavailableThen;
                    var instead = refusal.Reason <= RefusalReason.InterpreterUnavailableThen ? Alternatives.Among(state, Audience.Of(ask.Actor)!.Value, operation, now)?.Find(() => true) : null;
                    return (JsonSerializer.Serialize(new { refusal, instead }, Json), cut);
                default:
                    return ("repeated", false);
            }
        }

        public bool Do(Deed deed, Slot slot) => confidential ? DoMeeting(deed, slot) : DoHold(deed, slot);

        public string ViewOf(Audience audience)
        {
            var (meetings, commitments) = BoardFraming.Scope(state, audience, default, TimeZoneInfo.Utc);
            var delta = BoardFraming.Changes(state, audience, History.After(audience, History.VersionOf(audience) / 2));
            return JsonSerializer.Serialize(new { meetings, commitments, delta }, Json);
        }

        public string Busy()
        {
            var all = new Interval(At(0), At(24));
            var resources = SmallSummit.Summit.Principals.Select(p => Resource.Of(p.Id)).Concat(SmallSummit.Summit.Venues.Select(v => Resource.Of(v.Id)));
            return JsonSerializer.Serialize(resources.Select(r => new { Who = r.ToString(), Busy = PlainTime.Busy(state, r, all, now) }), Json);
        }

        private Slot? Held => confidential ? state.Meeting(Secret) is { HoldsTime: true } m ? new Slot(m.Expected!.Value, m.Planned!.Value.Venue) : null
            : state.Commitment(Name(holds)) is { Dropped: false } c ? new Slot(c.Expected, c.Commitment.Venue) : null;

        private bool DoMeeting(Deed deed, Slot slot) => deed switch
        {
            Deed.Place => state.Meeting(Secret) is null && Do(Officer,
                new BookMeeting(Secret, Terms(Visibility.Confidential, "kaz-p1", "pol-p1"), slot, Provisional: true),
                new AssignInterpreters(Secret, null, ["kk-pl"], [InterpreterId.Parse("int-1")], "")),
            Deed.Insist => state.Meeting(Secret) is null && DoAgainst(Officer, new BookMeeting(Secret, Terms(Visibility.Confidential, "kaz-p1", "pol-p1"), slot, Provisional: false)),
            Deed.Prepare => Held is not null && Do(Of(Kaz), new Confirm(Secret, null)),
            Deed.Arrive => Held is not null && Do(Of(Pol), new ReachMilestone(Secret, now, Milestone.Arrived, Pol, null)),
            Deed.Record => Held is not null && Do(new Actor("record", "Record", Role.System, Kaz), new NoteRecord(Secret, now, [new SideRecord(Kaz, RecordState.Drafted, 1)], 1 + state.Meeting(Secret)!.RecordRevision, [1])),
            Deed.RunOver => Held is { } held && Do(Officer, new RunLate(Secret, now, null, held.When.End.AddMinutes(25), "overrun")),
            Deed.Move => Held is not null && state.Meeting(Secret)!.Planned!.Value.When != slot.When && Do(Officer, new Move(Secret, null, slot, "as asked")),
            Deed.Cancel => Held is not null && Do(Officer, new Cancel(Secret, null, "as asked")),
            _ => false,
        };

        private bool DoHold(Deed deed, Slot slot) => deed switch
        {
            Deed.Place => Do(Officer, Hold(slot, interpreted = true)),
            Deed.Insist => DoAgainst(Officer, Hold(slot, interpreted = false)),
            // What happens under a plain block: nothing.
            Deed.Prepare or Deed.Arrive or Deed.Record => true,
            Deed.RunOver => Do(Officer, new SlipCommitment(Name(holds), new Interval(Held!.Value.When.Start, Held!.Value.When.End.AddMinutes(25)), "longer")),
            // A meeting that was put over another may move with it in its way still; a hold needs the reason again.
            Deed.Move => Do(Officer, "the host insists", new DropCommitment(Name(holds), "as asked"), Hold(slot, interpreted)),
            Deed.Cancel => Do(Officer, new DropCommitment(Name(holds), "as asked")),
            _ => false,
        };

        private AddCommitment Hold(Slot slot, bool interpreted) => new(new Commitment(
            Name(++holds), "hold", [P("kaz-p1"), P("pol-p1")], slot.When, slot.Venue, null, 1, Public: false, Estimated: false, HoldsRoom: true,
            Interpreter: interpreted ? InterpreterId.Parse("int-1") : null));

        private static CommitmentId Name(int number) => CommitmentId.Parse($"secret-{number}");

        private bool Do(Actor actor, params ProgrammeCommand[] commands) => Do(actor, null, commands);

        private bool DoAgainst(Actor actor, ProgrammeCommand command) => Do(actor, "the host insists", command);

        private bool Do(Actor actor, string? overrideReason, params ProgrammeCommand[] commands)
        {
            if (state.Decide(new Operation(OperationId.Parse($"op-{++operations}"), actor, [.. commands], null, overrideReason), 0, now) is not Decision.Accept accept) return false;
            Apply(accept.Entry);
            return true;
        }

        private void Apply(LogEntry entry)
        {
            Troubled = entry.Events.Any(e => e is MeetingEvent { Meeting: var id } && id != Secret);
            state.Apply(entry);
            History.Add(state, entry, (ulong)entry.Position);
        }
    }
}
