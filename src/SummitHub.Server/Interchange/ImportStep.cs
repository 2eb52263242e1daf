using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;

namespace SummitHub.Server.Interchange;

/// <summary>One operation of an import. Its name is fixed, so that an import that was cut off is finished by doing it again.</summary>
internal abstract record ImportStep;

/// <summary>A step of the programme.</summary>
/// <param name="Operation">What is asked.</param>
/// <param name="OverrideReason">With what reason the desk asks again where a rule says no; null where that is a fault.</param>
internal sealed record ProgrammeStep(Operation Operation, string? OverrideReason = null) : ImportStep;

/// <summary>A step of one meeting's record.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Operation">What is done.</param>
internal sealed record RecordStep(MeetingId Meeting, RecordOperation Operation) : ImportStep;
