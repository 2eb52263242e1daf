using System.Collections.Immutable;
using SummitHub.Contracts.Notices;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Notices;

/// <summary>Who does not know yet. What is over needs to be known by nobody any more; what presses most stands first.</summary>
public static class UnawareRules
{
    /// <summary>What of a delegation's open notices matters still.</summary>
    public static IEnumerable<Unaware> Of(DelegationCode delegation, ImmutableArray<InboxItem> open, DateTimeOffset now)
    {
        foreach (var item in open)
        {
            if (item.Notice.Meeting is not { } meeting || item.Pressing is not { } pressing || Overtaking.IsOfRecord(item.Notice) || IsOver(item, now)) continue;
            yield return new Unaware(delegation, meeting, item.Notice.Kind, item.Overtaken?.Since ?? item.Notice.At, pressing.With, pressing.Until);
        }
    }

    /// <summary>In the order in which somebody should call.</summary>
    public static ImmutableArray<Unaware> Ordered(IEnumerable<Unaware> unaware) =>
        [.. unaware.OrderBy(u => u.With is null ? 0 : 1).ThenBy(u => u.Until).ThenBy(u => u.Since).ThenBy(u => u.Meeting).ThenBy(u => u.Delegation)];

    private static bool IsOver(InboxItem item, DateTimeOffset now) =>
        (item.Notice.Is is not { } held || held.When.End <= now) && (item.Notice.Was is not { } was || was.When.End <= now) && (item.Overtaken?.Was is not { } earlier || earlier.When.End <= now);
}
