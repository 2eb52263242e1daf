using SummitHub.Contracts.Access;

namespace SummitHub.Domain.Access;

/// <summary>Something for the audit that was stored together with what it tells of, until the audit has it.</summary>
/// <param name="Number">Its number among the notes of this summit, from 1 on, by which the audit takes each once.</param>
/// <param name="Entry">What happened.</param>
[GenerateSerializer, Immutable, Alias("summithub.AuditNote")]
public sealed record AuditNote([property: Id(0)] long Number, [property: Id(1)] AuditEntry Entry);
