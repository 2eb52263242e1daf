using SummitHub.Contracts.Access;

namespace SummitHub.Domain.Programme;

/// <summary>What an event takes from its entry when it is folded in.</summary>
/// <param name="Position">The entry's place in the log.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Actor">Who asked.</param>
/// <param name="AsDesk">Whether the desk acted in its own name, not as a side that called in.</param>
internal readonly record struct Stamp(long Position, DateTimeOffset At, Actor Actor, bool AsDesk);
