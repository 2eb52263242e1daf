using System.Collections.Immutable;
using SummitHub.Contracts.Access;

namespace SummitHub.Domain.Access;

/// <summary>What the audit's log keeps as one entry.</summary>
/// <param name="UpTo">The number of the last of the access book's notes that the log has, with this page.</param>
/// <param name="Entries">What happened, the oldest first.</param>
[GenerateSerializer, Immutable, Alias("summithub.AuditPage")]
public sealed record AuditPage([property: Id(0)] long UpTo, [property: Id(1)] ImmutableArray<AuditEntry> Entries);
