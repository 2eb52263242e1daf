using System.Collections.Immutable;
using SummitHub.Contracts.Access;

namespace SummitHub.Domain.Access;

/// <summary>The rules of passes: how they come to be, how long they hold, who ends them.</summary>
public static class Passes
{
    /// <summary>Opens a session for somebody a server vouches for.</summary>
    public static (AccessBook Book, PassReply Reply) Admit(AccessBook book, Admission admission, DateTimeOffset now)
    {
        if (book.Pass(admission.Pass) is { } before) return (book, new(before, null));
        var (holds, idles) = admission.By == SignIn.Provider
            ? (AccessLimits.ProviderSessionHolds, AccessLimits.ProviderSessionIdles)
            : (AccessLimits.SessionHolds, AccessLimits.SessionIdles);
        return Issue(book, new(
            admission.Pass, PassKind.Session, admission.Secret, admission.Who, Cut(admission.Device), admission.By, now, now + holds, idles, now,
            Scopes.All, null, null, null, 0), now);
    }

    /// <summary>Ends a pass; null where it is ended, by this call or before.</summary>
    public static (AccessBook Book, AccessRefusal? Refusal) End(AccessBook book, Actor by, PassId id, DateTimeOffset now)
    {
        if (book.Pass(id) is not { } pass || !MayEnd(by, pass)) return (book, new(AccessRefusalReason.NoSuchPass, $"There is no pass {id}."));
        return (pass.HoldsAt(now) ? book.With(now, pass with { EndedAt = now, EndedBy = by.Name }) : book, null);
    }

    /// <summary>Notes when passes were used, as far as it keeps them from lapsing.</summary>
    public static AccessBook Seen(AccessBook book, ImmutableArray<PassSeen> seen, DateTimeOffset now)
    {
        var latest = seen.Where(s => s.At <= now).GroupBy(s => s.Pass).ToDictionary(g => g.Key, g => g.Max(s => s.At));
        var used = book.Passes
            .Where(p => latest.TryGetValue(p.Id, out var at) && p.HoldsAt(at) && at - p.SeenAt >= AccessLimits.SeenGrain)
            .Select(p => p with { SeenAt = latest[p.Id] })
            .ToArray();
        return used.Length == 0 ? book : book.With(now, used);
    }

    /// <summary>Whether somebody may end a pass: its holder, the desk, and a chief those of his delegation.</summary>
    public static bool MayEnd(Actor by, Pass pass) =>
        by.Id == pass.Holder.Id || by.Role == Role.Desk || (by.Role == Role.Chief && by.Delegation is { } own && pass.Holder.Delegation == own);

    private static (AccessBook Book, PassReply Reply) Issue(AccessBook book, Pass pass, DateTimeOffset now)
    {
        var held = book.Passes.Where(p => p.HoldsAt(now)).ToList();
        var own = held.Where(p => p.Kind == PassKind.Session && p.Holder.Id == pass.Holder.Id).OrderBy(p => p.SeenAt).ToList();
        if (own.Count >= AccessLimits.MostSessionsOfOne) return (book.With(now, own[0] with { EndedAt = now, EndedBy = pass.Holder.Name }, pass), new(pass, null));
        return held.Count >= AccessLimits.MostPasses
            ? (book, new(null, new(AccessRefusalReason.TooMany, $"At most {AccessLimits.MostPasses} passes hold at once: end some that nobody uses.")))
            : (book.With(now, pass), new(pass, null));
    }

    private static string Cut(string text) => text.Length <= AccessLimits.LongestText ? text : text[..AccessLimits.LongestText];
}
