using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Programme.Holds;

/// <summary>Who and what is held when: a calendar for each person, room and interpreter.</summary>
internal sealed class Calendars
{
    private Dictionary<PrincipalId, HoldList> people = [];
    private Dictionary<VenueId, HoldList> rooms = [];
    private Dictionary<InterpreterId, HoldList> interpreters = [];

    public HoldList? Of(PrincipalId person) => people.GetValueOrDefault(person);

    public HoldList? Of(VenueId room) => rooms.GetValueOrDefault(room);

    public HoldList? Of(InterpreterId interpreter) => interpreters.GetValueOrDefault(interpreter);

    /// <summary>Puts what the meeting holds in the place of what it held.</summary>
    public void Change(Meeting? before, Meeting after, Setting setting)
    {
        if (!Holding.SameTime(before, after))
        {
            if (before is not null && Holding.Of(before, setting) is { } old) Take(old, before);
            if (Holding.Of(after, setting) is { } held) Put(held, after);
        }
        if (!Holding.SameProposal(before, after))
        {
            if (before is not null && Holding.Proposed(before, setting) is { } old) Take(old, before);
            if (Holding.Proposed(after, setting) is { } held) Put(held, after);
        }
    }

    /// <summary>Puts what the commitment holds in the place of what it held. It holds people, and a room's place only where it says so.</summary>
    public void Change(PlannedCommitment? before, PlannedCommitment after, Setting setting)
    {
        if (before is not null && Holding.Of(before, setting) is { } old) Take(old, before.Commitment);
        if (Holding.Of(after, setting) is { } held) Put(held, after.Commitment);
    }

    public Calendars Copy() => new()
    {
        people = people.ToDictionary(p => p.Key, p => p.Value.Copy()),
        rooms = rooms.ToDictionary(p => p.Key, p => p.Value.Copy()),
        interpreters = interpreters.ToDictionary(p => p.Key, p => p.Value.Copy()),
    };

    /// <summary>A part of it within <c>[from, to)</c>, each hold as somebody sees it; null for one that he does not.</summary>
    public Calendars Seen(Part part, long from, long to, Func<Hold, Hold?> seen)
    {
        var copy = new Calendars();
        foreach (var person in part.People) Copy(Of(person), hold => Add(copy.people, person, hold));
        foreach (var room in part.Rooms) Copy(Of(room), hold => Add(copy.rooms, room, hold));
        foreach (var interpreter in part.Interpreters) Copy(Of(interpreter), hold => Add(copy.interpreters, interpreter, hold));
        return copy;

        void Copy(HoldList? list, Action<Hold> add)
        {
            var holds = new List<Hold>();
            list?.Overlapping(from, to, holds);
            foreach (var hold in holds)
                if (seen(hold) is { } shown)
                    add(shown);
        }
    }

    /// <summary>Takes a person's time by a plain block.</summary>
    public void Put(PrincipalId person, Hold plain) => Add(people, person, plain);

    private void Put(Hold hold, Meeting meeting)
    {
        foreach (var party in meeting.Terms.Parties) Add(people, party.Principal, hold);
        if (hold.Site is { } site) Add(rooms, site.Id, hold);
        foreach (var interpreter in meeting.Interpreters) Add(interpreters, interpreter, hold);
    }

    private void Take(Hold hold, Meeting meeting)
    {
        foreach (var party in meeting.Terms.Parties) people[party.Principal].Remove(hold);
        if (hold.Site is { } site) rooms[site.Id].Remove(hold);
        foreach (var interpreter in meeting.Interpreters) interpreters[interpreter].Remove(hold);
    }

    private void Put(Hold hold, Commitment commitment)
    {
        foreach (var person in commitment.Principals) Add(people, person, hold);
        if (commitment.HoldsRoom && hold.Site is { } site) Add(rooms, site.Id, hold);
        if (commitment.Interpreter is { } interpreter) Add(interpreters, interpreter, hold);
    }

    private void Take(Hold hold, Commitment commitment)
    {
        foreach (var person in commitment.Principals) people[person].Remove(hold);
        if (commitment.HoldsRoom && hold.Site is { } site) rooms[site.Id].Remove(hold);
        if (commitment.Interpreter is { } interpreter) interpreters[interpreter].Remove(hold);
    }

    private static void Add<TKey>(Dictionary<TKey, HoldList> lists, TKey key, Hold hold)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists.Add(key, list = new HoldList());
        list.Add(hold);
    }
}
