using System.Collections.Immutable;
using CsCheck;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using static SummitHub.Domain.Tests.Programme.SmallSummit;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>What somebody asks of a programme, and how much later than the ask before.</summary>
internal sealed record Ask(Actor Actor, OnBehalf? OnBehalf, string? OverrideReason, ImmutableArray<ProgrammeCommand> Commands, int MinutesLater);

/// <summary>Random asks by everybody, of few meetings, people, rooms and hours, so that they clash often.</summary>
internal static class Asks
{
    private static readonly Gen<MeetingId> Meeting = Gen.Int[1, 8].Select(i => M($"m-{i}"));
    private static readonly Gen<string> Text = One("a reason", "another", "");
    private static readonly Gen<string?> Room = One<string?>("booth-1", "booth-1", "booth-2", "lounge", "lounge", "hotel", "mission", "office", null);
    private static readonly Gen<DateTimeOffset> Instant = Gen.Int[0, 17].Select(i => At(8).AddMinutes(10 * i));
    private static readonly Gen<DelegationCode> Side = One([.. Delegations]);
    private static readonly Gen<long?> Version = Gen.Frequency((9, Gen.Const((long?)null)), (1, Gen.Long[1, 5].Select(v => (long?)v)));
    private static readonly Gen<Slot> AnySlot = Gen.Select(Instant, Room, One(15, 20, 30), (at, room, minutes) => Slot(at, room, minutes));
    private static readonly Gen<Interval> Span = Gen.Select(Instant, Gen.Int[2, 12], (at, tens) => Interval.Of(at, TimeSpan.FromMinutes(10 * tens)));

    // So few that a room is often opened again for just the time for which it was closed.
    private static readonly Gen<Interval> FewSpans = Gen.Int[0, 2].Select(hour => Interval.Of(At(9 + hour), TimeSpan.FromHours(1)));

    private static readonly Gen<MeetingTerms> Terms = Gen.Select(
        One("kaz-p1", "kaz-p2"),
        One("pol-p1", "pol-p2", "geo-p1", "ukr-p1"),
        Gen.Frequency((5, Gen.Const("")), (1, One("geo-p1", "ukr-p1"))),
        One(Visibility.Ordinary, Visibility.Ordinary, Visibility.Open, Visibility.Confidential),
        Gen.Bool,
        (one, other, third, visibility, swap) =>
            SmallSummit.Terms(visibility, [.. swap ? [other, one] : (string[])[one, other], .. third.Length > 0 && third != other ? [third] : (string[])[]]));

    private static readonly Gen<ProgrammeCommand> Plan = Gen.OneOf<ProgrammeCommand>(
        Gen.Select(Meeting, Terms, AnySlot, Gen.Bool, (m, t, s, p) => (ProgrammeCommand)new BookMeeting(m, t, s, p)),
        Gen.Select(Meeting, Terms, AnySlot, Gen.Bool, (m, t, s, p) => (ProgrammeCommand)new BookMeeting(m, t, s, p)),
        Gen.Select(Meeting, Terms, Span, (m, t, w) => (ProgrammeCommand)new RequestMeeting(m, t, 20, [w], null)),
        Gen.Select(Meeting, Version, AnySlot, Gen.Bool, (m, v, s, named) => (ProgrammeCommand)new Accept(m, v, named ? s : null)),
        Gen.Select(Meeting, Version, Text, (m, v, r) => (ProgrammeCommand)new Decline(m, v, r)),
        Gen.Select(Meeting, Version, AnySlot, Text, (m, v, s, r) => (ProgrammeCommand)new Propose(m, v, s, r)),
        Gen.Select(Meeting, Version, (m, v) => (ProgrammeCommand)new Withdraw(m, v)),
        Gen.Select(Meeting, Version, AnySlot, Gen.Bool, (m, v, s, p) => (ProgrammeCommand)new Schedule(m, v, s, p)),
        Gen.Select(Meeting, Version, (m, v) => (ProgrammeCommand)new Confirm(m, v)),
        Gen.Select(Meeting, Version, AnySlot, Text, (m, v, s, r) => (ProgrammeCommand)new Move(m, v, s, r)),
        Gen.Select(Meeting, Version, Room, Text, (m, v, room, r) => (ProgrammeCommand)new ChangeRoom(m, v, V(room ?? "lounge"), r)),
        Gen.Select(Meeting, Version, One("kaz-p1", "kaz-p2", "pol-p1", "pol-p2"), Text, (m, v, p, r) => (ProgrammeCommand)new Substitute(m, v, Party(p).Delegation, P(p), r)),
        Gen.Select(Meeting, Version, Text, (m, v, r) => (ProgrammeCommand)new Cancel(m, v, r)),
        Gen.Select(Meeting, Version, AnySlot, Gen.Bool, Text, (m, v, s, later, r) => (ProgrammeCommand)new Postpone(m, v, later ? s : null, r)),
        Gen.Select(Meeting, Version, Gen.Int[0, 3], (m, v, who) => (ProgrammeCommand)new AssignInterpreters(m, v, ["en-ru"], [.. new[] { "int-1", "int-2" }.Where((_, i) => (who >> i & 1) > 0).Select(InterpreterId.Parse)], "")),
        Gen.Select(Gen.Int[1, 4], One("kaz-p1", "pol-p1", "geo-p1"), Span, Room, Gen.Bool, (id, p, when, room, open) =>
            (ProgrammeCommand)new AddCommitment(new Commitment(CommitmentId.Parse($"c-{id}"), "speech", [P(p)], when, room is null ? null : V(room), open ? "sitting" : null, id, open, false))),
        Gen.Select(Gen.Int[1, 4], One<string[]>([], ["kaz-p1"], ["ukr-p1", "pol-p1"]), AnySlot, Gen.Bool, One("int-1", "int-2", ""), (id, people, slot, holds, interpreter) =>
            (ProgrammeCommand)new AddCommitment(new Commitment(
                CommitmentId.Parse($"h-{id}"), "hold", [.. people.Select(P)], slot.When, slot.Venue, null, 1, false, false, holds && slot.Venue is not null,
                interpreter.Length > 0 ? InterpreterId.Parse(interpreter) : null))),
        Gen.Select(Gen.Int[1, 4], Gen.Bool, Text, (id, hold, why) => (ProgrammeCommand)new DropCommitment(CommitmentId.Parse($"{(hold ? 'h' : 'c')}-{id}"), why)));

    private static readonly Gen<ProgrammeCommand> Fact = Gen.OneOf<ProgrammeCommand>(
        Gen.Select(Meeting, Instant, Gen.Enum<Milestone>(), Side, (m, at, what, side) =>
            (ProgrammeCommand)new ReachMilestone(m, at, what, what is Milestone.EnRoute or Milestone.Arrived ? side : null, null)),
        Gen.Select(Meeting, Instant, One(Milestone.Started, Milestone.Ended), (m, at, what) => (ProgrammeCommand)new ReachMilestone(m, at, what, null, null)),
        Gen.Select(Meeting, Instant, Instant, Gen.Int[0, 2], (m, at, to, how) => (ProgrammeCommand)new RunLate(m, at, how < 2 ? to : null, how == 0 ? null : to.AddMinutes(15), "traffic")),
        Gen.Select(Meeting, Instant, Side, Gen.Int[0, 9], (m, at, side, people) => (ProgrammeCommand)new ReportPartySize(m, at, side, people)),
        Gen.Select(Meeting, Instant, Text, (m, at, what) => (ProgrammeCommand)new ReportMedia(m, at, what)),
        Gen.Select(Meeting, Instant, Side, Gen.Long[1, 9], (m, at, side, revision) => (ProgrammeCommand)new NoteRecord(m, at, [new SideRecord(side, RecordState.Drafted)], revision, [1, 2])),
        Gen.Select(Gen.Int[1, 4], Span, (id, when) => (ProgrammeCommand)new SlipCommitment(CommitmentId.Parse($"c-{id}"), when, "speeches")),
        Gen.Select(Gen.Int[1, 4], Span, (id, when) => (ProgrammeCommand)new SlipCommitment(CommitmentId.Parse($"h-{id}"), when, "longer")),
        Gen.Select(Gen.Int[1, 4], One(Milestone.Started, Milestone.Ended), Instant, (id, what, at) => (ProgrammeCommand)new MarkCommitment(CommitmentId.Parse($"c-{id}"), what, at)),
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 6], (id, fives) => (ProgrammeCommand)new SlipSeries(CommitmentId.Parse($"c-{id}"), 5 * fives, "speeches")),
        Gen.Select(Room, FewSpans, (room, when) => (ProgrammeCommand)new CloseVenue(V(room ?? "hotel"), when, "leak")),
        Gen.Select(Room, FewSpans, (room, when) => (ProgrammeCommand)new ReopenVenue(V(room ?? "hotel"), when)),
        Gen.Select(One("in", "out", "far"), FewSpans, Gen.Int[0, 30], (zone, when, minutes) => (ProgrammeCommand)new AdviseTravel(ZoneId.Parse(zone), when, minutes, "freeze")),
        Gen.Select(One("in", "out", "far"), FewSpans, (zone, when) => (ProgrammeCommand)new EaseTravel(ZoneId.Parse(zone), when)));

    private static readonly Gen<Actor> Anybody = Gen.Frequency(
        (14, Gen.Const(Desk)),
        (1, Gen.Const(Desk with { Id = "desk-2" })),
        (2, Gen.Const(new Actor("import", "Import", Role.System, null))),
        (8, Gen.Select(Side, One(Role.Chief, Role.ControlOfficer), Of)),
        (2, Gen.Select(Side, One(Role.SiteOfficer, Role.Notetaker, Role.Reader, Role.Press), Of)),
        (1, Gen.Const(new Actor("wall", "Wall", Role.Display, null))));

    public static readonly Gen<Ask> Any = Gen.Select(
        Anybody,
        Gen.Frequency((8, Gen.Const((DelegationCode?)null)), (1, Side.Select(s => (DelegationCode?)s))),
        Gen.Frequency((2, Gen.Const((string?)null)), (1, Gen.Const<string?>("the desk insists"))),
        Gen.OneOf(Gen.Frequency((3, Plan), (2, Fact)).Array[1], Gen.Frequency((3, Plan), (2, Fact)).Array[1, 4]),
        Gen.Frequency((4, Gen.Int[0, 15]), (1, Gen.Int[30, 90])),
        (actor, behalf, reason, commands, later) =>
        {
            var desk = actor.Role is Role.Desk or Role.System;
            return new Ask(actor, desk && behalf is { } side ? new OnBehalf(side, "by phone") : null, desk ? reason : null, [.. commands], later);
        });

    private static Gen<T> One<T>(params T[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);
}
