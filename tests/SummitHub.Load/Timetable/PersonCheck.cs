namespace SummitHub.Load.Timetable;

/// <summary>The rules about a person: one place at a time, time to get there, meetings a day, presence.</summary>
internal sealed class PersonCheck
{
    private readonly Inputs _inputs;
    private readonly TravelTable _travel;
    private readonly TimeZoneInfo _zone;
    private readonly Dictionary<string, Principal> _principals;

    public PersonCheck(Inputs inputs)
    {
        _inputs = inputs;
        _travel = new(inputs);
        _zone = TimeZoneInfo.FindSystemTimeZoneById(inputs.Week.TimeZone);
        _principals = inputs.Week.Delegations.SelectMany(one => one.Principals).ToDictionary(one => one.PrincipalId, StringComparer.Ordinal);
    }

    /// <summary>What the meetings, with the commitments, break.</summary>
    public IEnumerable<Violation> Find(IReadOnlyList<PlacedMeeting> meetings)
    {
        var blocks = meetings.SelectMany(one => one.Principals.Select(person => new Block(person, one.Id, one.Start, one.End, one.VenueId, true)))
            .Concat(_inputs.Week.Commitments.SelectMany(one =>
                one.PrincipalIds.Select(person => new Block(person, one.Id, one.Start, one.End, one.VenueId, false))));
        return blocks.GroupBy(block => block.Person, StringComparer.Ordinal).SelectMany(OfPerson);
    }

    private IEnumerable<Violation> OfPerson(IGrouping<string, Block> blocks)
    {
        if (!_principals.TryGetValue(blocks.Key, out var person))
            return [new("unknown-person", [.. blocks.Select(one => one.Id)], $"{blocks.Key} is no principal of the week")];
        Block[] ordered = [.. blocks.OrderBy(one => one.Start).ThenBy(one => one.End)];
        return [.. Pairs(person, ordered), .. Cap(person, ordered), .. Presence(person, ordered)];
    }

    private IEnumerable<Violation> Pairs(Principal person, Block[] ordered)
    {
        for (var i = 0; i < ordered.Length; i++)
        {
            for (var j = i + 1; j < ordered.Length; j++)
            {
                Block first = ordered[i], then = ordered[j];
                var gap = (then.Start - first.End).TotalMinutes;
                if (gap < _inputs.Rules.PersonBufferMinutes)
                    yield return new("two-places", [first.Id, then.Id], $"{person.PrincipalId} is in {first} and in {then}");
                else if (gap < _inputs.Rules.Travel.CheckedForGapsUnderMinutes
                    && _travel.Minutes(first.Venue, then.Venue, person.Level) is var needed && needed > gap)
                    yield return new("travel", [first.Id, then.Id], $"{person.PrincipalId} ({person.Level}) needs {needed} min from {first} to {then}");
            }
        }
    }

    private IEnumerable<Violation> Cap(Principal person, Block[] ordered)
    {
        var cap = _inputs.Rules.MeetingsADayOf.TryGetValue(person.PrincipalId, out var own) ? own : _inputs.Rules.MeetingsADay[person.Level];
        return ordered.Where(one => one.IsMeeting)
            .GroupBy(one => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(one.Start, _zone).DateTime))
            .Where(day => day.Count() > cap)
            .Select(day => new Violation("cap", [.. day.Select(one => one.Id)],
                $"{person.PrincipalId} ({person.Level}) has {day.Count()} meetings on {day.Key:O}, the cap is {cap}"));
    }

    private static IEnumerable<Violation> Presence(Principal person, Block[] ordered) =>
        from one in ordered
        where one.IsMeeting && (one.Start < person.PresentFrom || one.End > person.PresentTo)
        select new Violation("presence", [one.Id], $"{person.PrincipalId} is there {person.PresentFrom:O} to {person.PresentTo:O}, not in {one}");

    private sealed record Block(string Person, string Id, DateTimeOffset Start, DateTimeOffset End, string? Venue, bool IsMeeting)
    {
        public override string ToString() => $"{Id} ({Start.ToUniversalTime():MM-dd HH:mm}-{End.ToUniversalTime():HH:mm}Z at {Venue ?? "no venue"})";
    }
}
