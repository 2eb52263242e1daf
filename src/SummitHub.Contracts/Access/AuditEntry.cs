using System.Collections.Immutable;
using SummitHub.Contracts.Summits;

namespace SummitHub.Contracts.Access;

/// <summary>Something the audit keeps: who was let in or not, and who was denied what.</summary>
/// <param name="At">When.</param>
/// <param name="Act">What.</param>
/// <param name="By">Who; null for a stranger.</param>
/// <param name="Concerns">The delegation it concerns besides the actor's own; it reads of it too.</param>
/// <param name="About">Whom or what it is about: a name, a label, an address here. At most 120 characters.</param>
/// <param name="Why">The reason given, or the reason of the no. At most 120 characters.</param>
/// <param name="From">The network address it came from, where that is known.</param>
/// <param name="Times">How often it happened within the minute.</param>
[GenerateSerializer, Immutable, Alias("summithub.AuditEntry")]
public sealed record AuditEntry(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] AuditAct Act,
    [property: Id(2)] Actor? By,
    [property: Id(3)] DelegationCode? Concerns,
    [property: Id(4)] string? About,
    [property: Id(5)] string? Why,
    [property: Id(6)] string? From,
    [property: Id(7)] int Times);

/// <summary>A part of the audit, as somebody may read it.</summary>
/// <param name="Entries">The newest first; ask on before the last.</param>
[GenerateSerializer, Immutable, Alias("summithub.AuditView")]
public sealed record AuditView([property: Id(0)] ImmutableArray<AuditEntry> Entries);

/// <summary>What the audit tells apart.</summary>
[GenerateSerializer, Alias("summithub.AuditAct")]
public enum AuditAct
{
    /// <summary>Somebody signed in.</summary>
    SignedIn,

    /// <summary>Somebody tried to sign in and was refused: by an invitation that was used, for one.</summary>
    SignInRefused,

    /// <summary>A session, token or display was ended.</summary>
    PassEnded,

    /// <summary>Somebody was invited.</summary>
    Invited,

    /// <summary>An invitation was taken back.</summary>
    InvitationRevoked,

    /// <summary>Somebody was removed.</summary>
    MemberRemoved,

    /// <summary>A token was made.</summary>
    TokenIssued,

    /// <summary>A display was made.</summary>
    DisplayIssued,

    /// <summary>Somebody asked to read what is not his to read.</summary>
    ReadDenied,

    /// <summary>Somebody asked to do what is not his to do.</summary>
    CommandDenied,

    /// <summary>Somebody took data out.</summary>
    Exported,

    /// <summary>The address of a calendar was made.</summary>
    CalendarIssued,
}
