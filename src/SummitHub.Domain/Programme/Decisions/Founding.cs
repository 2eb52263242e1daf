using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>The first entry of a log. What it names must hang together, since everything later trusts it.</summary>
internal static class Founding
{
    private const int LongestDays = 400;

    public static Decision Decide(ProgrammeState state, Operation operation, FoundSummit command, UInt128 commandHash, DateTimeOffset at)
    {
        if (Rights.Of(operation.Actor, Doing.Found) == Extent.Not) return No(Say.NotYours("Founding a summit"));
        if (operation.Commands.Length > 1) return No(Say.Malformed("A summit is founded by an operation of its own."));
        if (state.Summit is { } founded) return No(Say.No(RefusalReason.AlreadyExists, $"Summit {founded.Id} has been founded."));
        if (Wrong(command.Summit) is { } wrong) return No(Say.Malformed(wrong));
        return new Decision.Accept(new LogEntry(
            state.Length + 1, at, operation.Id, operation.Actor, operation.OnBehalf, operation.OverrideReason, commandHash, [new SummitFounded(command.Summit)]));
    }

    /// <summary>What is wrong with a summit, as a sentence; null for nothing.</summary>
    private static string? Wrong(Summit summit)
    {
        if (summit is null || Lists(summit).Any(l => l)) return "A summit names zones, venues, ways, delegations, principals and rules, though some may be empty.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(summit.TimeZone ?? "", out _)) return $"There is no time zone {summit.TimeZone}.";
        if (summit.To < summit.From || summit.To.DayNumber - summit.From.DayNumber >= LongestDays || summit.From.Year < 1900)
            return $"A summit ends after it begins, within {LongestDays} days.";
        return TwiceNamed(summit) ?? Unknown(summit) ?? OutOfBounds(summit.Rules, summit);
    }

    private static IEnumerable<bool> Lists(Summit s)
    {
        if (s.Travel is null || s.Rules is null) return [true];
        return [s.Zones.IsDefault, s.Venues.IsDefault, s.Travel.Legs.IsDefault, s.Delegations.IsDefault, s.Principals.IsDefault,
            s.Rules.FastLaneLevels.IsDefault, s.Rules.MeetingsADay.IsDefault, s.Rules.MeetingsADayOf.IsDefault, s.Rules.Interpreters.IsDefault,
            s.Rules.DurationsMinutes.IsDefault, s.Rules.KeptApart.IsDefault, s.Venues.IsDefault || s.Venues.Any(v => v.Adjacent.IsDefault)];
    }

    private static string? TwiceNamed(Summit s) =>
        Twice(s.Zones.Select(z => z.Id.Value)) ?? Twice(s.Venues.Select(v => v.Id.Value)) ?? Twice(s.Delegations.Select(d => d.Code.Value))
        ?? Twice(s.Principals.Select(p => p.Id.Value)) ?? Twice(s.Rules.Interpreters.Select(i => i.Id.Value)) ?? Twice(s.Rules.MeetingsADayOf.Select(c => c.Principal.Value));

    private static string? Twice(IEnumerable<string?> names)
    {
        var seen = new HashSet<string>();
        foreach (var name in names)
            if (name is null || !seen.Add(name))
                return name is null ? "Something has no name." : $"{name} is named twice.";
        return null;
    }

    private static string? Unknown(Summit s)
    {
        var zones = s.Zones.Select(z => z.Id).ToHashSet();
        var venues = s.Venues.Select(v => v.Id).ToHashSet();
        var delegations = s.Delegations.Select(d => d.Code).ToHashSet();
        if (s.Venues.FirstOrDefault(v => !zones.Contains(v.Zone)) is { } lost) return $"Venue {lost.Id} lies in no zone of the summit.";
        if (s.Venues.FirstOrDefault(v => v.Adjacent.Any(a => !venues.Contains(a))) is { } beside) return $"Venue {beside.Id} is next to one that there is not.";
        if (s.Travel.Legs.FirstOrDefault(l => !zones.Contains(l.From) || !zones.Contains(l.To)) is { } leg) return $"A way leads from {leg.From.Value} to {leg.To.Value}.";
        if (s.Principals.FirstOrDefault(p => !delegations.Contains(p.Delegation)) is { } stray) return $"Principal {stray.Id} is of no delegation of the summit.";
        return s.Rules.KeptApart.Any(k => !delegations.Contains(k.One) || !delegations.Contains(k.Other) || k.One == k.Other)
            ? "A pair that is kept apart is of two delegations of the summit."
            : null;
    }

    private static string? OutOfBounds(RulePack rules, Summit s)
    {
        int[] minutes = [rules.RoomGapMinutes, rules.PersonBufferMinutes, rules.TravelCheckedUnderMinutes, rules.ProposalMinutes,
            s.Travel.IntoPerimeterMinutes, s.Travel.OutOfPerimeterMinutes, s.Travel.FastLaneMinutes,
            .. s.Travel.Legs.Select(l => l.WalkMinutes), .. s.Travel.Legs.Select(l => l.DriveMinutes ?? 0)];
        if (minutes.Any(m => m is < 0 or > 24 * 60)) return "Minutes of rules and ways are 0 to 1440.";
        if (rules.ProposalMinutes == 0) return "A proposal holds for a minute at least.";
        if (s.Venues.Any(v => v.ParallelMeetings is < 1 or > 1000 || v.Seats < 0)) return "A venue takes 1 to 1000 meetings at once, and seats nobody or more.";
        return rules.MeetingsADay.Any(c => c.Meetings < 0 || !Enum.IsDefined(c.Level)) || rules.MeetingsADayOf.Any(c => c.Meetings < 0) || s.Principals.Any(p => !Enum.IsDefined(p.Level))
            || rules.FastLaneLevels.Any(l => !Enum.IsDefined(l))
            ? "A cap is none or more, of a level there is."
            : null;
    }

    private static Decision.Refuse No(Refusal refusal) => new(refusal);
}
