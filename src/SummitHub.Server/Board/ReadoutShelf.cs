using System.Collections.Immutable;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Programme;

namespace SummitHub.Server.Board;

/// <summary>Where public readouts are read: anybody at the summit may, whatever else of the meeting he may know.</summary>
internal sealed class ReadoutShelf(ProgrammeReplicas replicas, IGrainFactory grains)
{
    /// <summary>The most meetings that are looked through for readouts, the last ones first.</summary>
    public const int MostMeetings = 200;

    /// <summary>All that is public, what was published last first.</summary>
    public async ValueTask<ImmutableArray<ToldMeeting>> AllAsync(SummitId summit, CancellationToken cancellation)
    {
        var noted = await grains.GetGrain<IReadoutIndexGrain>(summit.Value).Read();
        var told = await Task.WhenAll(noted.Reverse().Take(MostMeetings).Select(m => OfAsync(summit, m, cancellation)));
        return [.. told.OfType<ToldMeeting>().OrderByDescending(t => t.Readouts.Max(r => r.At))];
    }

    /// <summary>What is public of one meeting; null where nothing is, as where there is no such meeting.</summary>
    public async Task<ToldMeeting?> OfAsync(SummitId summit, MeetingId meeting, CancellationToken cancellation)
    {
        if (await replicas.FindAsync(summit, cancellation) is not { } replica) return null;
        // A meeting that never published is not asked: its grain would be woken by anybody who tries names.
        if (!(await grains.GetGrain<IReadoutIndexGrain>(summit.Value).Read()).Contains(meeting)) return null;
        var readouts = await grains.GetGrain<IMeetingGrain>($"{summit}/{meeting}").Published();
        var (founded, known) = replica.Read(v => (v.State.Summit, v.State.Meeting(meeting)));
        if (readouts.IsEmpty || known is null) return null;
        return new(meeting, [.. known.Terms.Parties.Select(p => p.Delegation)], DayOf(founded!, known.Planned?.When.Start), [.. readouts.OrderBy(r => r.Side).ThenBy(r => r.Language, StringComparer.Ordinal)]);
    }

    private static DateOnly? DayOf(Summit summit, DateTimeOffset? instant) =>
        instant is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(summit.TimeZone)).DateTime) : null;
}
