namespace SummitHub.Load.Bookings;

/// <summary>What must be true after a turn, whoever kept the bookings.</summary>
internal static class Verification
{
    /// <summary>Everything that is not as it must be.</summary>
    public static IReadOnlyList<string> Of(Workload workload, List<int> accepted, Stored stored, int asked, int refused)
    {
        var wrong = new List<string>();
        if (accepted.Count + refused != asked) wrong.Add($"{accepted.Count} accepted and {refused} refused are not {asked} asked");
        if (refused == 0) wrong.Add("nothing was refused, so nothing was verified");
        if (stored.Missing.Count > 0) wrong.Add($"{stored.Missing.Count} acknowledged bookings are not in the store, such as number {stored.Missing[0]}");
        if (stored.Bookings != accepted.Count) wrong.Add($"{accepted.Count} bookings were acknowledged, {stored.Bookings} are in the store");
        wrong.AddRange(Overlaps(workload, accepted));
        return wrong;
    }

    private static IEnumerable<string> Overlaps(Workload workload, List<int> accepted) =>
        from number in accepted
        let one = workload.Sequence[number]
        let start = (one.Day * 1440) + one.StartMinute
        from use in new[]
        {
            (Resource: $"first principal {one.First}", Until: start + one.Minutes),
            (Resource: $"second principal {one.Second}", Until: start + one.Minutes),
            (Resource: $"room {one.Room}", Until: start + one.Minutes + Workload.RoomGap),
        }
        group (Start: start, use.Until, Number: number) by use.Resource into uses
        from pair in InTurn([.. uses.OrderBy(use => use.Start)])
        where pair.Then.Start < pair.Before.Until
        select $"{uses.Key} is in booking {pair.Before.Number} and in {pair.Then.Number}";

    // Ordered by start, some two overlap if and only if two neighbours do.
    private static IEnumerable<(T Before, T Then)> InTurn<T>(T[] ordered) => ordered.Zip(ordered.Skip(1));
}
