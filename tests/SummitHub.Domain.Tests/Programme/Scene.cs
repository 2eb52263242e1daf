using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>A programme that is asked one thing after another, as its grain would: what is accepted is applied.</summary>
internal sealed class Scene
{
    private int operations;

    public Scene(Summit? summit = null)
    {
        Do(new Actor("import", "Import", Role.System, null), new FoundSummit(summit ?? SmallSummit.Summit));
    }

    public ProgrammeState State { get; } = new();

    public List<LogEntry> Log { get; } = [];

    public DateTimeOffset Now { get; set; } = SmallSummit.Morning;

    /// <summary>Asks and applies; fails on a refusal.</summary>
    public LogEntry Do(Actor actor, params ProgrammeCommand[] commands) => Do(actor, null, null, commands);

    public LogEntry Do(Actor actor, OnBehalf? onBehalf, string? overrideReason, params ProgrammeCommand[] commands)
    {
        var decision = Decide(actor, onBehalf, overrideReason, commands);
        if (decision is not Decision.Accept accept) throw new InvalidOperationException($"Refused: {decision}");
        State.Apply(accept.Entry);
        Log.Add(accept.Entry);
        return accept.Entry;
    }

    /// <summary>Asks and expects a refusal.</summary>
    public Refusal No(Actor actor, params ProgrammeCommand[] commands) => No(actor, null, null, commands);

    public Refusal No(Actor actor, OnBehalf? onBehalf, string? overrideReason, params ProgrammeCommand[] commands)
    {
        var decision = Decide(actor, onBehalf, overrideReason, commands);
        return decision is Decision.Refuse refuse ? refuse.Refusal : throw new InvalidOperationException($"Not refused: {decision}");
    }

    /// <summary>The desk books a firm meeting.</summary>
    public Meeting Book(string id, Slot slot, params string[] people)
    {
        Do(SmallSummit.Desk, Booking(id, slot, people));
        return this[id];
    }

    public static BookMeeting Booking(string id, Slot slot, params string[] people) => new(SmallSummit.M(id), SmallSummit.Terms(people), slot, false);

    public Meeting this[string id] => State.Meeting(SmallSummit.M(id)) ?? throw new InvalidOperationException($"There is no meeting {id}.");

    public Decision Decide(Actor actor, OnBehalf? onBehalf, string? overrideReason, params ProgrammeCommand[] commands) =>
        State.Decide(new Operation(OperationId.Parse($"op-{++operations}"), actor, [.. commands], onBehalf, overrideReason), 0, Now);
}
