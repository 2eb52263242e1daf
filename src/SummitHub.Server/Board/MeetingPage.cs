using System.Collections.Immutable;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Notices;
using SummitHub.Domain.Board;

namespace SummitHub.Server.Board;

/// <summary>One meeting.</summary>
/// <param name="Board">What every page has, with this meeting as the only row.</param>
/// <param name="Meeting">The meeting.</param>
/// <param name="Record">The record as the caller's side reads it; null for who is no side.</param>
/// <param name="Leave">By when the caller's own person must leave for it; null where that cannot be said.</param>
/// <param name="Unaware">Who does not know yet of its last change, as far as the caller is told.</param>
public sealed record MeetingPage(BoardPage Board, MeetingRow Meeting, RecordView? Record, Departure? Leave, ImmutableArray<Unaware> Unaware);
