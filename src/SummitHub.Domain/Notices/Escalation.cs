using SummitHub.Contracts.Access;
using SummitHub.Contracts.Notices;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Notices;

/// <summary>
/// With whom a notice lies that nobody has taken note of. It follows from when it came, when the meeting starts and what the clock shows,
/// so that nothing has to be kept, and no timer can be lost: after a restart it stands where it would have stood.
/// </summary>
public static class Escalation
{
    /// <summary>What holds where a rule pack says nothing.</summary>
    public static TellingRules Usual { get; } = new(
        [new(120, 20), new(30, 10), new(0, 2)], [AskedToNote.SiteOfficer, AskedToNote.ControlOfficer, AskedToNote.Chief]);

    /// <summary>Who is to take note now, and until when; null where somebody has, and where no hour presses.</summary>
    public static Pressing? Of(InboxItem item, TellingRules rules, DateTimeOffset now)
    {
        if (item.AcknowledgedAt is not null || StartOf(item) is not { } start) return null;
        // A notice that takes another's place takes over its time too: else a meeting that moves every few minutes would never be escalated.
        var until = item.Overtaken?.Since ?? item.Notice.At;
        foreach (var asked in rules.Chain)
        {
            until += Within(rules, start - until);
            if (now < until) return new Pressing(RoleOf(asked), until);
        }
        return new Pressing(null, null);
    }

    /// <summary>For how long somebody may take who is told so long before the start.</summary>
    public static TimeSpan Within(TellingRules rules, TimeSpan toStart)
    {
        var (longest, minutes) = (int.MinValue, rules.Within.Min(w => w.Minutes));
        foreach (var within in rules.Within)
            if (toStart.TotalMinutes >= within.MinutesBefore && within.MinutesBefore > longest)
                (longest, minutes) = (within.MinutesBefore, within.Minutes);
        return TimeSpan.FromMinutes(minutes);
    }

    // By the earlier of the old hour and the new one somebody stands where nobody comes.
    private static DateTimeOffset? StartOf(InboxItem item)
    {
        DateTimeOffset? start = null;
        foreach (var slot in (ReadOnlySpan<Contracts.Programme.Slot?>)[item.Notice.Is, item.Notice.Was, item.Overtaken?.Was])
            if (slot is { } known && (start is null || known.When.Start < start))
                start = known.When.Start;
        return start;
    }

    private static Role RoleOf(AskedToNote asked) => asked switch
    {
        AskedToNote.SiteOfficer => Role.SiteOfficer,
        AskedToNote.ControlOfficer => Role.ControlOfficer,
        _ => Role.Chief,
    };
}
