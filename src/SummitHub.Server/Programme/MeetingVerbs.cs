using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Programme;

/// <summary>The body of a verb on a meeting; each verb reads what it needs and refuses to do without.</summary>
public record VerbBody
{
    /// <summary>The start of a slot, or the newly expected start.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The end of a slot, or the newly expected end.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>The place.</summary>
    public VenueId? Venue { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the slot may be evicted.</summary>
    public bool Provisional { get; init; }

    /// <summary>The side.</summary>
    public DelegationCode? Delegation { get; init; }

    /// <summary>The person.</summary>
    public PrincipalId? Principal { get; init; }

    /// <summary>The milestone.</summary>
    public Milestone? Milestone { get; init; }

    /// <summary>When it happened; absent: now.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>When a side on its way is expected.</summary>
    public DateTimeOffset? Expected { get; init; }

    /// <summary>Why it is late.</summary>
    public string? Cause { get; init; }

    /// <summary>How many people a side brings.</summary>
    public int? People { get; init; }

    /// <summary>What media do.</summary>
    public string? Media { get; init; }

    /// <summary>Pairs of languages that are interpreted.</summary>
    public IReadOnlyList<string>? Pairs { get; init; }

    /// <summary>Who interprets.</summary>
    public IReadOnlyList<InterpreterId>? Interpreters { get; init; }
}

/// <summary>The verbs of <c>POST /meetings/{id}/{verb}</c> and what commands they are.</summary>
internal static class MeetingVerbs
{
    private static readonly Dictionary<string, (bool Plan, Func<MeetingId, long?, VerbBody, DateTimeOffset, ProgrammeCommand> Read)> Verbs = new()
    {
        ["accept"] = (true, (m, v, b, _) => new Accept(m, v, b.Start is null && b.End is null ? null : Slot(b))),
        ["decline"] = (true, (m, v, b, _) => new Decline(m, v, b.Reason ?? "")),
        ["propose"] = (true, (m, v, b, _) => new Propose(m, v, Slot(b), b.Reason ?? "")),
        ["withdraw"] = (true, (m, v, _, _) => new Withdraw(m, v)),
        ["schedule"] = (true, (m, v, b, _) => new Schedule(m, v, Slot(b), b.Provisional)),
        ["confirm"] = (true, (m, v, _, _) => new Confirm(m, v)),
        ["move"] = (true, (m, v, b, _) => new Move(m, v, Slot(b), b.Reason ?? "")),
        ["room"] = (true, (m, v, b, _) => new ChangeRoom(m, v, Need(b.Venue, "venue"), b.Reason ?? "")),
        ["substitute"] = (true, (m, v, b, _) => new Substitute(m, v, Need(b.Delegation, "delegation"), Need(b.Principal, "principal"), b.Reason ?? "")),
        ["cancel"] = (true, (m, v, b, _) => new Cancel(m, v, b.Reason ?? "")),
        ["postpone"] = (true, (m, v, b, _) => new Postpone(m, v, b.Start is null ? null : Slot(b), b.Reason ?? "")),
        ["interpreters"] = (true, (m, v, b, _) => new AssignInterpreters(m, v, [.. b.Pairs ?? []], [.. b.Interpreters ?? []], b.Reason ?? "")),
        ["milestone"] = (false, (m, _, b, now) => new ReachMilestone(m, b.OccurredAt ?? now, Need(b.Milestone, "milestone"), b.Delegation, b.Expected)),
        ["late"] = (false, (m, _, b, now) => new RunLate(m, b.OccurredAt ?? now, b.Start, b.End, b.Cause ?? "")),
        ["people"] = (false, (m, _, b, now) => new ReportPartySize(m, b.OccurredAt ?? now, Need(b.Delegation, "delegation"), Need(b.People, "people"))),
        ["media"] = (false, (m, _, b, now) => new ReportMedia(m, b.OccurredAt ?? now, b.Media ?? "")),
    };

    /// <summary>All verbs.</summary>
    public static IEnumerable<string> All => Verbs.Keys;

    /// <summary>Whether the verb changes a plan, and so names the version it was made on.</summary>
    public static bool IsPlan(string verb) => Verbs.TryGetValue(verb, out var known) && known.Plan;

    /// <summary>The command of a verb.</summary>
    /// <exception cref="BadHttpRequestException">The verb is not known, or its body lacks something.</exception>
    public static ProgrammeCommand Read(string verb, MeetingId meeting, long? version, VerbBody body, DateTimeOffset now) =>
        Verbs.TryGetValue(verb, out var known)
            ? known.Read(meeting, version, body, now)
            : throw new BadHttpRequestException($"A meeting knows the verbs {string.Join(", ", All)}.", StatusCodes.Status404NotFound);

    /// <summary>The slot of a body.</summary>
    public static Slot Slot(VerbBody body) => Slot(body.Start, body.End, body.Venue);

    /// <summary>A slot from its parts.</summary>
    public static Slot Slot(DateTimeOffset? start, DateTimeOffset? end, VenueId? venue)
    {
        var (from, to) = (Need(start, "start"), Need(end, "end"));
        return to > from ? new Slot(new Interval(from, to), venue) : throw new BadHttpRequestException("The end is not after the start.");
    }

    private static T Need<T>(T? value, string name)
        where T : struct => value ?? throw new BadHttpRequestException($"The body lacks '{name}'.");
}
