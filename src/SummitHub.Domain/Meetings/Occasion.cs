using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Meetings;

/// <summary>What an operation on a record needs to know beside the record.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="At">The instant, by the summit's clock.</param>
/// <param name="Confidential">Whether others may not know that the meeting is: then nothing of it becomes public.</param>
/// <param name="Planned">Whether the meeting has an hour: what is only asked for is not held, and not for others to know.</param>
public readonly record struct Occasion(MeetingId Meeting, DateTimeOffset At, bool Confidential = false, bool Planned = true);
