using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Planner;
using SummitHub.Domain.Programme;
using SummitHub.Domain.Tests.Programme;
using static SummitHub.Domain.Tests.Programme.SmallSummit;

namespace SummitHub.Domain.Tests.Planner;

/// <summary>What a refusal offers instead: it is free, and of what takes the others' time it tells nothing but that it is taken.</summary>
public sealed class AlternativesTests(ITestOutputHelper output)
{
    private static readonly Slot Asked = Slot(10, 5, "booth-1");

    [Fact]
    public void What_is_offered_is_accepted_if_it_is_asked_for()
    {
        var offered = 0;
        Asks.Any.Array[5, 40].Sample(
            asks =>
            {
                var run = new Run();
                foreach (var ask in asks)
                {
                    var (operation, decision) = run.Decide(ask);
                    if (decision is Decision.Accept accept) run.Apply(accept.Entry);
                    if (decision is not Decision.Refuse { Refusal.Reason: <= RefusalReason.InterpreterUnavailableThen } || Audience.Of(ask.Actor) is not { } asker) continue;
                    foreach (var slot in Alternatives.Among(run.State, asker, operation, run.Now)?.Find(() => true) ?? [])
                    {
                        var instead = operation with { Id = OperationId.Parse($"instead-{offered}"), Commands = [With(operation.Commands[0], slot)] };
                        Assert.True(run.State.Decide(instead, 0, run.Now) is Decision.Accept, $"{slot} was offered to {ask.Actor.Id} instead of {operation.Commands[0]} and is not free: {run.State.Decide(instead, 0, run.Now)}");
                        Interlocked.Increment(ref offered);
                    }
                }
            },
            iter: 300);
        output.WriteLine($"{offered} slots were offered");
        Assert.True(offered > 50, "Too little was offered to mean anything.");
    }

    [Fact]
    public void They_are_the_same_whatever_it_is_that_takes_the_other_s_time_within_the_same_half_hour()
    {
        var told = new[]
        {
            Told(s => s.Do(Desk, Meeting(Visibility.Confidential, Slot(10, 0, "hotel")))),
            Told(s => s.Do(Desk, Meeting(Visibility.Ordinary, Slot(10, 0, "hotel")))),
            Told(s => s.Do(Desk, Meeting(Visibility.Ordinary, Slot(10, 5, "mission")))),
            Told(s => s.Do(Desk, Meeting(Visibility.Ordinary, Slot(10, 10, "booth-2")))),
            Told(s => s.Do(Desk, Rest(Slot(10, 10, null)))),
            Told(s => s.Do(Of(Kaz), Rest(Slot(10, 5, "mission", minutes: 25)))),
        };

        Assert.Single(told.Distinct());
        Assert.Contains(nameof(RefusalReason.PartyUnavailableThen), told[0], StringComparison.Ordinal);
        // Where it would take another block to hide it, or none, something else is told: there is something to tell.
        Assert.NotEqual(told[0], Told(s => s.Do(Desk, Meeting(Visibility.Confidential, Slot(10, 0, "hotel", minutes: 35)))));
    }

    [Fact]
    public void His_own_side_may_know_what_takes_his_time_and_is_offered_more()
    {
        static void Secret(Scene s) => s.Do(Desk, Meeting(Visibility.Confidential, Slot(10, 0, "booth-2")));

        var (own, other) = (Instead(Secret, Kaz), Instead(Secret, Geo));
        Assert.Equal([Slot(10, 25, "booth-1")], own.Where(s => s.When.Start <= At(10, 30)).Take(1));
        Assert.All(other, slot => Assert.False(slot.When.Overlaps(Slot(10, 0, null, minutes: 30).When)));
    }

    [Fact]
    public void An_absence_looks_like_any_other_block()
    {
        var away = Make() with { Principals = [.. Make().Principals.Select(p => p.Id == P("kaz-p1") ? p with { Present = new Interval(At(10, 20), At(10).AddDays(3)) } : p)] };
        var absent = Told(_ => { }, away);
        var held = Told(s => s.Do(Desk, Rest(Slot(0, 10, null, minutes: 610))));

        Assert.Equal(held, absent);
        Assert.NotEqual(held, Told(s => s.Do(Desk, Rest(Slot(0, 10, null, minutes: 660)))));
    }

    [Fact]
    public void A_room_that_is_taken_by_what_he_may_not_know_is_free_again_when_its_block_ends()
    {
        string Taken(Visibility visibility, Slot slot) => Told(s => s.Do(Desk, new BookMeeting(M("x"), Terms(visibility, "pol-p1", "ukr-p1"), slot, false)), rules: r => r with { KeptApart = [] });

        var told = Taken(Visibility.Confidential, Slot(10, 0, "booth-1"));
        Assert.Contains(nameof(RefusalReason.RoomUnavailableThen), told, StringComparison.Ordinal);
        Assert.Equal(told, Taken(Visibility.Ordinary, Slot(10, 0, "booth-1")));
        Assert.Equal(told, Taken(Visibility.Ordinary, Slot(10, 10, "booth-1")));
    }

    [Fact]
    public void The_search_ends_when_it_is_told_to_and_what_it_found_counts()
    {
        var scene = Stage(s => s.Do(Desk, Rest(Slot(10, 0, null))));
        var operation = Asking(Geo);
        int Tries(int most)
        {
            var tries = 0;
            Alternatives.Among(scene.State, Audience.Of(Geo), operation, scene.Now)!.Find(() => ++tries <= most);
            return tries;
        }

        Assert.Equal(1, Tries(0));
        Assert.Equal(4, Tries(3));
        Assert.Empty(Alternatives.Among(scene.State, Audience.Of(Geo), operation, scene.Now)!.Find(() => false));
    }

    [Fact]
    public void What_the_programme_does_meanwhile_does_not_change_what_is_searched()
    {
        var scene = Stage(s => s.Do(Desk, Rest(Slot(10, 0, null))));
        var search = Alternatives.Among(scene.State, Audience.Of(Geo), Asking(Geo), scene.Now)!;
        var before = search.Find(() => true);
        for (var i = 0; i < 8; i++) scene.Do(Desk, null, "meanwhile", new BookMeeting(M($"n-{i}"), Terms("kaz-p2", "pol-p2"), Slot(8 + i, 0, "hotel", minutes: 55), false));

        Assert.Equal(3, before.Length);
        Assert.Equal(before, search.Find(() => true));
        Assert.NotEqual(before, Alternatives.Among(scene.State, Audience.Of(Geo), Asking(Geo), scene.Now)!.Find(() => true));
    }

    private static BookMeeting Meeting(Visibility visibility, Slot slot) => new(M("x"), Terms(visibility, "kaz-p1", "pol-p1"), slot, false);

    private static AddCommitment Rest(Slot slot) => new(new Commitment(CommitmentId.Parse("x"), "rest", [P("kaz-p1")], slot.When, slot.Venue, null, 1, Public: false, Estimated: false));

    /// <summary>Georgia's meeting with Kazakhstan in the afternoon, and what takes time in the morning.</summary>
    private static Scene Stage(Action<Scene> taken, Summit? summit = null)
    {
        var scene = new Scene(summit);
        scene.Book("m-1", Slot(15, 0, "booth-1"), "geo-p1", "kaz-p1");
        taken(scene);
        return scene;
    }

    private static Operation Asking(DelegationCode side) => new(OperationId.Parse("asking"), Of(side), [new Propose(M("m-1"), null, Asked, "earlier")]);

    /// <summary>All that Georgia is told when it would rather meet in the morning.</summary>
    private static string Told(Action<Scene> taken, Summit? summit = null, Func<RulePack, RulePack>? rules = null)
    {
        var scene = Stage(taken, summit ?? Make(rules: rules));
        var refusal = Assert.IsType<Decision.Refuse>(scene.State.Decide(Asking(Geo), 0, scene.Now)).Refusal;
        return JsonSerializer.Serialize(new { Reason = refusal.Reason.ToString(), refusal, Instead = Alternatives.Among(scene.State, Audience.Of(Geo), Asking(Geo), scene.Now)!.Find(() => true) });
    }

    private static ImmutableArray<Slot> Instead(Action<Scene> taken, DelegationCode side)
    {
        var scene = Stage(taken);
        return Alternatives.Among(scene.State, Audience.Of(side), Asking(side), scene.Now)!.Find(() => true);
    }

    private static ProgrammeCommand With(ProgrammeCommand command, Slot slot) => command switch
    {
        BookMeeting c => c with { Slot = slot },
        Accept c => c with { Slot = slot },
        Propose c => c with { Slot = slot },
        Schedule c => c with { Slot = slot },
        Move c => c with { Slot = slot },
        Postpone c => c with { Slot = slot },
        _ => throw new ArgumentException($"{command} has no slot.", nameof(command)),
    };
}
