using SummitHub.Contracts.Board;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Programme;

namespace SummitHub.Domain.Board;

/// <summary>Lists when people are busy, without with what. Pure.</summary>
public static class BusyList
{
    /// <summary>The people of a delegation on a day of the summit.</summary>
    /// <param name="state">The programme, founded.</param>
    /// <param name="delegation">Whose people.</param>
    /// <param name="day">The local day.</param>
    /// <param name="now">The summit's clock.</param>
    public static BusyView Of(ProgrammeState state, DelegationCode delegation, DateOnly day, DateTimeOffset now)
    {
        var summit = state.Summit!;
        var within = BoardFraming.DayOf(day, TimeZoneInfo.FindSystemTimeZoneById(summit.TimeZone));
        return new BusyView(delegation, day, [.. summit.Principals.Where(p => p.Delegation == delegation).Select(p => new BusyPerson(p.Id, PlainTime.Busy(state, Resource.Of(p.Id), within, now)))]);
    }
}
