using SummitHub.Contracts.Access;

namespace SummitHub.Server.Board;

/// <summary>A part of the audit, as the caller may read it.</summary>
/// <param name="Board">What every page has, without any meeting.</param>
/// <param name="Audit">The entries, the newest first.</param>
public sealed record AuditReading(BoardPage Board, AuditView Audit);
