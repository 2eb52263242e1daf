using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>Refusals that name no obstacle, in sentences for people.</summary>
internal static class Say
{
    public static Refusal No(RefusalReason reason, string detail, MeetingId? meeting = null) => new(reason, detail, meeting, []);

    public static Refusal NoSuchMeeting(MeetingId meeting) => No(RefusalReason.NoSuchMeeting, $"There is no meeting {meeting.Value}.", meeting);

    public static Refusal NotYours(string what, MeetingId? meeting = null) => No(RefusalReason.NotYoursToDo, $"{what} is not yours to do.", meeting);

    public static Refusal NotIn(Meeting meeting, string what) =>
        No(RefusalReason.NotInThatPhase, $"Meeting {meeting.Id} is {meeting.Phase}: {what}.", meeting.Id);

    public static Refusal Nothing(MeetingId meeting, string detail) => No(RefusalReason.NothingWouldChange, detail, meeting);

    public static Refusal NotOpen(MeetingId meeting, string detail) => No(RefusalReason.NothingIsOpen, detail, meeting);

    public static Refusal Malformed(string detail, MeetingId? meeting = null) => No(RefusalReason.NotWellFormed, detail, meeting);

    public static Refusal ReasonNeeded(MeetingId meeting) =>
        No(RefusalReason.ReasonNeeded, $"Say why: what is done to meeting {meeting} without all its sides needs a reason.", meeting);
}
