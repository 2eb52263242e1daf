using SummitHub.Contracts.Board;
using SummitHub.Contracts.Meetings;

namespace SummitHub.Server.Board;

/// <summary>One meeting.</summary>
/// <param name="Board">What every page has, with this meeting as the only row.</param>
/// <param name="Meeting">The meeting.</param>
/// <param name="Record">The record as the caller's side reads it; null for who is no side.</param>
public sealed record MeetingPage(BoardPage Board, MeetingRow Meeting, RecordView? Record);
