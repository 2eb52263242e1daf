using SummitHub.Contracts.Summits;

namespace SummitHub.Load.Bookings;

/// <summary>The summit a workload is booked at: all rules of a rule pack are on, and none but the overlaps of the workload says no.</summary>
internal static class LoadSummit
{
    private const int DelegationsASide = 50, CapADay = 30;
    private static readonly DateOnly FirstDay = new(2030, 9, 24);
    private static readonly ZoneId TheZone = ZoneId.Parse("z");

    /// <summary>Makes the summit.</summary>
    public static Summit Of(Workload workload, string id) => new(
        SummitId.Parse(id), "Load", "Etc/UTC", FirstDay, FirstDay.AddDays(workload.Days - 1), [new(TheZone, "Town", false, false)],
        [.. Enumerable.Range(0, workload.OfEach).Select(room => new Venue(
            Room(room), "R", TheZone, VenueKind.Booth, 12, 1, true, new(7, 0), new(23, 0), null, [], []))],
        new([new(TheZone, TheZone, 3, null)], 12, 3, 5, false),
        [.. Enumerable.Range(0, DelegationsASide).SelectMany(i => new[] { First(i), Second(i) })
            .Select(code => new Delegation(code, null, "member_state", [new("en", code.Value)], []))],
        [.. Enumerable.Range(0, workload.OfEach).SelectMany(i => new[]
        {
            new Principal(FirstPrincipal(i), First(i), null, null, "M", Level.M, null),
            new Principal(SecondPrincipal(i), Second(i), null, null, "M", Level.M, null),
        })],
        new("load", Workload.RoomGap, 0, [Level.HS], 90, [new(Level.M, CapADay)], [], [], true, [15, 20, 25, 30], [], 30, false));

    /// <summary>When a booking is asked for.</summary>
    public static Interval When(Asked asked) => Interval.Of(
        new(FirstDay.AddDays(asked.Day).ToDateTime(TimeOnly.MinValue).AddMinutes(asked.StartMinute), TimeSpan.Zero), TimeSpan.FromMinutes(asked.Minutes));

    /// <summary>A delegation of the one side.</summary>
    public static DelegationCode First(int principal) => DelegationCode.Parse($"A{principal % DelegationsASide:00}");

    /// <summary>A delegation of the other side.</summary>
    public static DelegationCode Second(int principal) => DelegationCode.Parse($"B{principal % DelegationsASide:00}");

    /// <summary>A principal of the one side.</summary>
    public static PrincipalId FirstPrincipal(int principal) => PrincipalId.Parse($"a{principal}");

    /// <summary>A principal of the other side.</summary>
    public static PrincipalId SecondPrincipal(int principal) => PrincipalId.Parse($"b{principal}");

    /// <summary>A room.</summary>
    public static VenueId Room(int room) => VenueId.Parse($"r{room}");
}
