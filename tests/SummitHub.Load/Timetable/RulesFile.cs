namespace SummitHub.Load.Timetable;

/// <summary>A rules.json: the rule pack a timetable is held to.</summary>
internal sealed record RulesFile(
    string Name, int RoomGapMinutes, int PersonBufferMinutes, TravelRules Travel, IReadOnlyDictionary<string, int> MeetingsADay,
    IReadOnlyDictionary<string, int> MeetingsADayOf, bool SameCalendarDay, IReadOnlyList<int> DurationsMinutes, bool Estimated)
{
    /// <summary>Reads a rules.json.</summary>
    public static RulesFile Read(string path) => InputFile.Read<RulesFile>(path);
}

/// <summary>How moves are reckoned.</summary>
internal sealed record TravelRules(string Mode, bool AddCheckpoint, IReadOnlyList<string> FastLaneLevels, int CheckedForGapsUnderMinutes);
