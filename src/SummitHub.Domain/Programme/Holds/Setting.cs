using System.Collections.Immutable;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Programme.Holds;

/// <summary>What the rules read of a summit, found by name. It never changes, so that copies of a state share it.</summary>
internal sealed class Setting
{
    private readonly Dictionary<PrincipalId, Principal> principals;
    private readonly Dictionary<VenueId, Site> sites = [];
    private readonly HashSet<DelegationCode> delegations;
    private readonly Dictionary<ZoneId, int> zones = [];
    private readonly HashSet<InterpreterId> interpreters;
    private readonly Dictionary<DelegationCode, HashSet<DelegationCode>> apart = [];
    private readonly Dictionary<PrincipalId, int> personCaps;
    private readonly int[] levelCaps = [.. Enumerable.Repeat(int.MaxValue, Enum.GetValues<Level>().Length)];

    public Setting(Summit summit)
    {
        Summit = summit;
        Days = new LocalDays(summit);
        Ways = new Ways(summit);
        principals = summit.Principals.ToDictionary(p => p.Id);
        delegations = [.. summit.Delegations.Select(d => d.Code)];
        interpreters = [.. summit.Rules.Interpreters.Select(i => i.Id)];
        personCaps = summit.Rules.MeetingsADayOf.ToDictionary(c => c.Principal, c => c.Meetings);
        foreach (var cap in summit.Rules.MeetingsADay) levelCaps[(int)cap.Level] = cap.Meetings;
        for (var i = 0; i < summit.Zones.Length; i++) zones.Add(summit.Zones[i].Id, i);
        foreach (var venue in summit.Venues)
        {
            var zone = zones[venue.Zone];
            sites.Add(venue.Id, new Site(venue, zone, summit.Zones[zone].Inside));
        }
        SomeOfEachZone = [.. sites.Values.GroupBy(s => s.Zone).SelectMany(zone => zone.Take(2))];
        foreach (var site in sites.Values)
            foreach (var next in site.Venue.Adjacent)
            {
                site.Neighbours.Add(next);
                sites[next].Neighbours.Add(site.Id);
            }
        foreach (var pair in summit.Rules.KeptApart)
        {
            Apart(pair.One).Add(pair.Other);
            Apart(pair.Other).Add(pair.One);
        }
    }

    public Summit Summit { get; }

    public RulePack Rules => Summit.Rules;

    public LocalDays Days { get; }

    public Ways Ways { get; }

    /// <summary>Two sites of each zone that has two, else its only one: from among them the way to any place is as long as any.</summary>
    public Site[] SomeOfEachZone { get; }

    public IEnumerable<Site> Sites => sites.Values;

    public Principal? Principal(PrincipalId id) => principals.GetValueOrDefault(id);

    public Site? Site(VenueId? id) => id is { } known ? sites.GetValueOrDefault(known) : null;

    public int? Zone(ZoneId id) => zones.TryGetValue(id, out var zone) ? zone : null;

    public bool Has(DelegationCode delegation) => delegations.Contains(delegation);

    /// <summary>Whether the interpreter may be named: anybody where the rule pack lists none.</summary>
    public bool Has(InterpreterId interpreter) => interpreters.Count == 0 ? interpreter.Value is not null : interpreters.Contains(interpreter);

    /// <summary>How many meetings the person may hold on one day.</summary>
    public int MeetingsADay(Principal person) => personCaps.TryGetValue(person.Id, out var own) ? own : levelCaps[(int)person.Level];

    /// <summary>The delegations kept apart from this one; null for none.</summary>
    public HashSet<DelegationCode>? ApartFrom(DelegationCode delegation) => apart.Count == 0 ? null : apart.GetValueOrDefault(delegation);

    private HashSet<DelegationCode> Apart(DelegationCode code)
    {
        if (!apart.TryGetValue(code, out var others)) apart.Add(code, others = []);
        return others;
    }
}
