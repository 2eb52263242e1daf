namespace SummitHub.Load.Timetable;

/// <summary>
/// Holds a timetable to a rule pack by brute force. It shares no code with the product on purpose: what both get wrong alike
/// nobody would see.
/// </summary>
internal sealed class TimetableCheck(Inputs inputs)
{
    private readonly PersonCheck _persons = new(inputs);
    private readonly RoomCheck _rooms = new(inputs);

    /// <summary>Every rule that the meetings break, beside the commitments of the week.</summary>
    public IReadOnlyList<Violation> Find(IReadOnlyList<PlacedMeeting> meetings) =>
        [.. _persons.Find(meetings), .. _rooms.Find(meetings)];
}
