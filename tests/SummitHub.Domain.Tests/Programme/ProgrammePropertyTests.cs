using CsCheck;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Access;
using SummitHub.Domain.Programme;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>What holds after any asks of anybody. A failure prints the seed: set <c>CsCheck_Seed</c> to it to see the same again.</summary>
public sealed class ProgrammePropertyTests(ITestOutputHelper output)
{
    private const int Runs = 1000;
    private static readonly Gen<Ask[]> Sequences = Asks.Any.Array[1, 60];

    [Fact]
    public void Nobody_and_nothing_is_in_two_places_without_a_named_conflict_or_a_listed_override()
    {
        var accepted = 0;
        var named = 0;
        Sequences.Sample(
            asks =>
            {
                var run = new Run();
                foreach (var ask in asks)
                {
                    if (run.Ask(ask) is not Decision.Accept) continue;
                    Interlocked.Increment(ref accepted);
                    if (run.State.Meetings.Any(m => !m.Conflicts.IsEmpty || !m.Overrides.IsEmpty)) Interlocked.Increment(ref named);
                    Assert.Empty(Witness.Unnamed(run.State));
                    Assert.Empty(Witness.Stale(run.State));
                }
            },
            iter: Runs,
            print: Printed);
        output.WriteLine($"{accepted} accepted, after {named} of them something clashed and was named");
        Assert.True(named > 1000, "Too few clashes to mean anything.");
    }

    [Fact]
    public void A_plan_without_a_reason_to_override_puts_nobody_and_nothing_in_two_places() =>
        Sequences.Sample(
            asks =>
            {
                var run = new Run();
                foreach (var ask in asks)
                {
                    var before = Witness.Clashes(run.State).Select(c => c.What).ToHashSet();
                    var isPlan = ask.OverrideReason is null && ask.Commands.All(c => c is PlanCommand or AddCommitment);
                    if (run.Ask(ask) is Decision.Accept && isPlan) Assert.Empty(Witness.Clashes(run.State).Select(c => c.What).Except(before));
                }
            },
            iter: Runs,
            print: Printed);

    [Fact]
    public void A_refusal_leaves_the_state_unchanged_and_says_nothing_the_asker_may_not_read() =>
        Sequences.Sample(
            asks =>
            {
                var run = new Run();
                foreach (var ask in asks)
                {
                    var before = run.Dump();
                    if (run.Ask(ask) is not Decision.Refuse no) continue;
                    Assert.Equal(before, run.Dump());
                    Assert.Empty(Told(run.State, ask, no.Refusal));
                }
            },
            iter: Runs / 3,
            print: Printed);

    [Fact]
    public void Deciding_changes_nothing_and_repeating_an_operation_changes_nothing() =>
        Sequences.Sample(
            asks =>
            {
                var run = new Run();
                foreach (var ask in asks)
                {
                    var before = run.Dump();
                    var (operation, decision) = run.Decide(ask);
                    Assert.Equal(before, run.Dump());
                    if (decision is not Decision.Accept accept) continue;
                    run.Apply(accept.Entry);
                    var after = run.Dump();
                    Assert.Equal(new Decision.Repeat(accept.Entry.Position), run.State.Decide(operation, accept.Entry.CommandHash, run.Now.AddMinutes(5)));
                    var other = Assert.IsType<Decision.Refuse>(run.State.Decide(operation, accept.Entry.CommandHash + 1, run.Now));
                    Assert.Equal(RefusalReason.OperationIdUsedForAnother, other.Refusal.Reason);
                    Assert.Equal(after, run.Dump());
                }
            },
            iter: Runs / 3,
            print: Printed);

    [Fact]
    public void Folding_the_log_equals_the_live_state_and_a_fork_goes_its_own_way() =>
        Sequences.Sample(
            asks =>
            {
                var run = new Run();
                foreach (var ask in asks[..(asks.Length / 2)]) run.Ask(ask);
                var fork = run.State.Fork();
                var half = run.Log.ToArray();
                var then = run.Dump();
                foreach (var ask in asks[(asks.Length / 2)..]) run.Ask(ask);

                var folded = new ProgrammeState();
                foreach (var entry in run.Log) folded.Apply(entry);
                Assert.Equal(run.Dump(), Programme.Dump.Of(folded, run.Log));
                Assert.Equal(then, Programme.Dump.Of(fork, half));
                foreach (var entry in run.Log.Skip(half.Length)) fork.Apply(entry);
                Assert.Equal(run.Dump(), Programme.Dump.Of(fork, run.Log));
            },
            iter: Runs,
            print: Printed);

    [Fact]
    public void A_version_grows_by_one_with_each_entry_that_changes_the_shared_face() =>
        Sequences.Sample(
            asks =>
            {
                var run = new Run();
                foreach (var ask in asks)
                {
                    var before = run.State.Meetings.ToDictionary(m => m.Id);
                    if (run.Ask(ask) is not Decision.Accept accept) continue;
                    foreach (var meeting in run.State.Meetings)
                    {
                        var changed = accept.Entry.Events.OfType<MeetingEvent>().Any(e => e.Meeting == meeting.Id && e is not RecordNoted);
                        Assert.Equal((before.GetValueOrDefault(meeting.Id)?.Version ?? 0) + (changed ? 1 : 0), meeting.Version);
                    }
                }
            },
            iter: Runs / 3,
            print: Printed);

    /// <summary>What a refusal says that the asker may not read.</summary>
    private static IEnumerable<string> Told(ProgrammeState state, Ask ask, Refusal refusal)
    {
        if (ask.Actor.Role == Role.System) yield break;
        var audience = Audience.Of(ask.Actor);
        bool MayRead(Meeting m) => audience is { } a && SightRules.MayKnow(a, m);
        foreach (var obstacle in refusal.InTheWay)
        {
            if (obstacle.Meeting is { } id && state.Meeting(id) is { } meeting && !MayRead(meeting)) yield return $"meeting {id}";
            if (obstacle.Commitment is { } held && state.Commitment(held) is { } c && (audience is not { } a || !SightRules.MayKnow(a, c, state.Principal))) yield return $"commitment {held}";
        }
        foreach (var meeting in state.Meetings)
            if (!MayRead(meeting) && meeting.Id != refusal.Meeting && refusal.Detail.Contains($"{meeting.Id} ", StringComparison.Ordinal))
                yield return $"meeting {meeting.Id} in words";
    }

    private static string Printed(Ask[] asks) => string.Join('\n', asks.Select(a => $"{a.MinutesLater,3} {a.Actor.Id} {a.OnBehalf?.Delegation} {a.OverrideReason} {string.Join(" + ", a.Commands)}"));
}
