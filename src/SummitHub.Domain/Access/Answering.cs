using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Access;

/// <summary>Who answers for whom: the desk for its officers and the chiefs of delegation, a chief for his delegation.</summary>
public static class Answering
{
    /// <summary>Whether somebody invites and removes people of a role: the desk its officers and chiefs, a chief his own staff.</summary>
    public static bool For(Actor by, Role role, DelegationCode? delegation) => by switch
    {
        { Role: Role.System } => role == Role.Desk && delegation is null,
        { Role: Role.Desk } => role == Role.Desk ? delegation is null : role == Role.Chief && delegation is not null,
        { Role: Role.Chief, Delegation: { } own } => delegation == own && role is Role.Chief or Role.ControlOfficer or Role.SiteOfficer or Role.Notetaker or Role.Reader or Role.Press,
        _ => false,
    };

    /// <summary>Whether somebody may end a pass: its holder, the desk, and a chief those of his delegation.</summary>
    public static bool ForPass(Actor by, Pass pass) =>
        by.Id == pass.Holder.Id || by.Role == Role.Desk || (by is { Role: Role.Chief, Delegation: { } own } && pass.Holder.Delegation == own);

    /// <summary>Who is let in and by what, as somebody may know it.</summary>
    public static AccessView View(AccessBook book, Actor by, DateTimeOffset now)
    {
        var holding = book.Passes.Where(p => p.HoldsAt(now)).OrderByDescending(p => p.SeenAt).Select(p => p with { Secret = default }).ToList();
        return new(
            [.. book.Members.Where(m => m.RemovedAt is null && For(by, m.Who.Role, m.Who.Delegation)).OrderBy(m => m.Who.Name, StringComparer.Ordinal)],
            [.. book.Invitations.Where(i => i.By.Id == by.Id || For(by, i.For.Role, i.For.Delegation)).Reverse().Select(i => i with { Secret = default, UsedWith = null })],
            [.. holding.Where(p => p.Holder.Id == by.Id)],
            [.. holding.Where(p => p.Holder.Id != by.Id && Shown(by, p))]);
    }

    // The desk may end any pass, but is shown those alone that it answers for: whom a chief has let in is his affair.
    private static bool Shown(Actor by, Pass pass) =>
        For(by, pass.Holder.Role, pass.Holder.Delegation) || (by.Role == Role.Desk && pass.Kind == PassKind.Display);

    /// <summary>An entry of the audit about something somebody did.</summary>
    internal static AuditEntry Entry(DateTimeOffset at, AuditAct act, Actor? by, DelegationCode? concerns, string? about, string? why = null, string? from = null) =>
        new(at, act, by, concerns, Cut(about), Cut(why), from, 1);

    /// <summary>Whether a name or label may stand: one line, not empty, not too long, nothing that turns its neighbours about (UAX 9).</summary>
    internal static bool IsPlain(string? text) =>
        text is { Length: > 0 and <= AccessLimits.LongestText } && text.Trim().Length == text.Length && !text.Any(c => char.IsControl(c) || c is >= '\u2028' and <= '\u202E');

    private static string? Cut(string? text) => text is { Length: > AccessLimits.LongestAudited } ? text[..AccessLimits.LongestAudited] : text;
}
