using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>That a plan puts a meeting somewhere, or proposes to.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Proposed">Whether it is only proposed.</param>
internal readonly record struct Placing(MeetingId Meeting, bool Proposed);
