using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;
using static SummitHub.Domain.Tests.Programme.SmallSummit;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>A programme under a sequence of asks.</summary>
internal sealed class Run
{
    private int operations;

    /// <summary>Founds the summit and places some meetings, so that most asks find one.</summary>
    public Run()
    {
        string[][] people = [["kaz-p1", "pol-p1"], ["kaz-p1", "geo-p1"], ["kaz-p2", "pol-p2"], ["pol-p1", "ukr-p1"], ["geo-p1", "kaz-p2"]];
        Ask(new Ask(Desk, null, null, [new FoundSummit(SmallSummit.Summit)], 0));
        Ask(new Ask(Desk, null, null, [.. people.Select((p, i) => Scene.Booking($"m-{i + 1}", Slot(9, 30 * i, "booth-1"), p))], 0));
        Ask(new Ask(Of(Kaz), null, null, [new RequestMeeting(M("m-6"), Terms("kaz-p1", "ukr-p1"), 20, [Slot(9, 0, null, 180).When], null)], 0));
        Ask(new Ask(Desk, null, null, [.. Enumerable.Range(1, 4).Select(i => new AssignInterpreters(M($"m-{i}"), null, ["en-ru"], [InterpreterId.Parse($"int-{1 + i % 2}")], ""))], 0));
        Assert.Equal(4, State.Length);
    }

    public ProgrammeState State { get; } = new();

    public List<LogEntry> Log { get; } = [];

    public DateTimeOffset Now { get; private set; } = At(8);

    public string Dump() => Programme.Dump.Of(State, Log);

    public Decision Ask(Ask ask)
    {
        var decision = Decide(ask).Decision;
        if (decision is Decision.Accept accept) Apply(accept.Entry);
        return decision;
    }

    public (Operation Operation, Decision Decision) Decide(Ask ask)
    {
        Now = Now.AddMinutes(ask.MinutesLater);
        var commands = ask.Commands.Select(c => c is FactCommand fact && fact.OccurredAt > Now ? fact with { OccurredAt = Now } : c);
        var operation = new Operation(OperationId.Parse($"op-{++operations}"), ask.Actor, [.. commands], ask.OnBehalf, ask.OverrideReason);
        return (operation, State.Decide(operation, (UInt128)operations, Now));
    }

    public void Apply(LogEntry entry)
    {
        State.Apply(entry);
        Log.Add(entry);
    }
}
