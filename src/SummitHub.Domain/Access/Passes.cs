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
        var (who, by) = (admission.Who, admission.By);
        var known = book.Member(who.Id);
        if (known?.RemovedAt is not null && by != SignIn.Sample) return No(book, AccessRefusalReason.Removed, "You were removed from this summit; who answers for you can invite you again.");
        if (known is null && book.Members.Length >= AccessLimits.MostMembers) return No(book, AccessRefusalReason.TooMany, $"A summit has at most {AccessLimits.MostMembers} people.");
        var next = book.Next(now);
        if (known?.Who != who || known.RemovedAt is not null)
        {
            // Another role is another person as far as old sessions go.
            next = next.With(new Member(who, known?.Since ?? now, known?.InvitedBy ?? by.ToString(), null, null)).With(Ended(next, now, who.Name, p => p.Holder.Id == who.Id && p.Holder != who));
        }
        return Open(book, next, who, by, (admission.Pass, admission.Secret, admission.Device, admission.From), now);
    }

    /// <summary>Makes a token or a calendar for who asks, or a display for the desk.</summary>
    public static (AccessBook Book, PassReply Reply) Issue(AccessBook book, Actor by, PassAsk ask, DateTimeOffset now)
    {
        if (book.Pass(ask.Pass) is { } before) return (book, new(before, null));
        if (!Answering.IsPlain(ask.Label)) return No(book, AccessRefusalReason.NotWellFormed, $"Say what it is for, in 1 to {AccessLimits.LongestText} characters.");
        if (ask.Holds < AccessLimits.Shortest || ask.Holds > AccessLimits.LongestToken)
            return No(book, AccessRefusalReason.NotWellFormed, $"It holds for {AccessLimits.Shortest.TotalMinutes} minutes to {AccessLimits.LongestToken.TotalDays} days.");
        if (ask.Kind == PassKind.Session || (ask.Kind == PassKind.Display && by.Role != Role.Desk)) return No(book, AccessRefusalReason.NotYoursToDo, "Displays are the desk's to make.");
        if (ask.Kind == PassKind.Token && (ask.Scopes == Scopes.None || (ask.Scopes & ~(Scopes.All & ~Scopes.Manage)) != 0))
            return No(book, AccessRefusalReason.NotWellFormed, "A token is for reading, changing, records or the audit, never for letting others in.");
        if (ask.Kind == PassKind.Calendar && !CalendarScope.TryParse(ask.Board, out _))
            return No(book, AccessRefusalReason.NotWellFormed, "A calendar is of one delegation, person or room: delegation:KAZ, principal:kaz-p1 or venue:booth-03.");
        var (most, alike) = (MostOf(ask.Kind), book.Passes.Count(p => p.Kind == ask.Kind && (ask.Kind == PassKind.Display || p.Holder.Id == by.Id) && p.HoldsAt(now)));
        if (alike >= most) return No(book, AccessRefusalReason.TooMany, $"There are {most} already: end one first.");

        var (holder, scopes, board, act, why) = ask.Kind switch
        {
            PassKind.Display => (new Actor($"display-{ask.Pass}", ask.Label, Role.Display, null), Scopes.None, "all", AuditAct.DisplayIssued, null),
            PassKind.Calendar => (by, Scopes.None, ask.Board, AuditAct.CalendarIssued, ask.Board),
            _ => (by, ask.Scopes, null, AuditAct.TokenIssued, ask.Scopes.ToString()),
        };
        var pass = new Pass(ask.Pass, ask.Kind, ask.Secret, holder, ask.Label, SignIn.Issued, now, now + ask.Holds, null, now, scopes, board, null, null, 0);
        return Full(book, now) ?? Made(book.Next(now).Noting(Answering.Entry(now, act, by, null, ask.Label, why)), pass);
    }

    /// <summary>Ends a pass; null where it is ended, by this call or before.</summary>
    public static (AccessBook Book, AccessRefusal? Refusal) End(AccessBook book, Actor by, PassId id, DateTimeOffset now)
    {
        if (book.Pass(id) is not { } pass || !Answering.ForPass(by, pass)) return (book, new(AccessRefusalReason.NoSuchPass, $"There is no pass {id}."));
        if (!pass.HoldsAt(now)) return (book, null);
        var about = $"{pass.Holder.Name} ({pass.Kind})";
        return (book.Next(now).With(pass with { EndedAt = now, EndedBy = by.Name }).Noting(Answering.Entry(now, AuditAct.PassEnded, by, pass.Holder.Delegation, about)), null);
    }

    /// <summary>Notes when passes were used, as far as it keeps them from lapsing.</summary>
    public static AccessBook Seen(AccessBook book, ImmutableArray<PassSeen> seen, DateTimeOffset now)
    {
        var latest = seen.Where(s => s.At <= now).GroupBy(s => s.Pass).ToDictionary(g => g.Key, g => g.Max(s => s.At));
        var used = book.Passes
            .Where(p => latest.TryGetValue(p.Id, out var at) && p.HoldsAt(at) && at - p.SeenAt >= AccessLimits.SeenGrain)
            .Select(p => p with { SeenAt = latest[p.Id] })
            .ToArray();
        return used.Length == 0 ? book : book.Next(now).With(used);
    }

    /// <summary>Opens a session on a book that is at its next revision.</summary>
    /// <param name="book">The book before, which stays where there is no room.</param>
    /// <param name="next">The book to open it on.</param>
    /// <param name="who">For whom.</param>
    /// <param name="by">How he came.</param>
    /// <param name="session">Its name, the hash of its secret, the browser, and the address he came from.</param>
    /// <param name="now">When.</param>
    internal static (AccessBook Book, PassReply Reply) Open(
        AccessBook book, AccessBook next, Actor who, SignIn by, (PassId Id, SecretHash Secret, string Device, string From) session, DateTimeOffset now)
    {
        if (Full(book, now) is { } full) return full;
        var own = next.Passes.Where(p => p.Kind == PassKind.Session && p.Holder.Id == who.Id && p.HoldsAt(now)).OrderBy(p => p.SeenAt).ToList();
        if (own.Count >= AccessLimits.MostSessionsOfOne) next = next.With(own[0] with { EndedAt = now, EndedBy = who.Name });
        var (holds, idles) = by == SignIn.Provider
            ? (AccessLimits.ProviderSessionHolds, AccessLimits.ProviderSessionIdles)
            : (AccessLimits.SessionHolds, AccessLimits.SessionIdles);
        var scopes = who.Role == Role.Display ? Scopes.None : Scopes.All;
        var device = session.Device.Length <= AccessLimits.LongestText ? session.Device : session.Device[..AccessLimits.LongestText];
        var pass = new Pass(session.Id, PassKind.Session, session.Secret, who, device, by, now, now + holds, idles, now, scopes, scopes == Scopes.None ? "all" : null, null, null, 0);
        return Made(next.Noting(Answering.Entry(now, AuditAct.SignedIn, who, null, device, by.ToString(), session.From)), pass);
    }

    /// <summary>The passes of somebody, ended.</summary>
    internal static IEnumerable<Pass> Ended(AccessBook book, DateTimeOffset now, string by, Func<Pass, bool> which) =>
        book.Passes.Where(p => p.HoldsAt(now) && which(p)).Select(p => p with { EndedAt = now, EndedBy = by });

    /// <summary>The no of a book that holds as much as it may; null where there is room.</summary>
    private static (AccessBook Book, PassReply Reply)? Full(AccessBook book, DateTimeOffset now) =>
        book.Passes.Count(p => p.HoldsAt(now)) >= AccessLimits.MostPasses ? No(book, AccessRefusalReason.TooMany, $"At most {AccessLimits.MostPasses} passes hold at once: end some that nobody uses.")
        : book.Unaudited.Length >= AccessLimits.MostUnaudited ? No(book, AccessRefusalReason.TooMany, "The audit cannot be written at the moment, and nobody is let in without it.")
        : null;

    private static int MostOf(PassKind kind) => kind switch
    {
        PassKind.Display => AccessLimits.MostDisplays,
        PassKind.Calendar => AccessLimits.MostCalendarsOfOne,
        _ => AccessLimits.MostTokensOfOne,
    };

    private static (AccessBook Book, PassReply Reply) Made(AccessBook next, Pass pass) => (next.With(pass), new(pass with { Revision = next.Revision }, null));

    private static (AccessBook Book, PassReply Reply) No(AccessBook book, AccessRefusalReason reason, string detail) => (book, new(null, new(reason, detail)));
}
