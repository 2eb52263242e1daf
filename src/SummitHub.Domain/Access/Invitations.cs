using SummitHub.Contracts.Access;

namespace SummitHub.Domain.Access;

/// <summary>The rules of invitations: who invites whom, how a link is used once, and how people leave again.</summary>
public static class Invitations
{
    /// <summary>Invites somebody new, or somebody who is in already on another device.</summary>
    public static (AccessBook Book, InvitationReply Reply) Invite(AccessBook book, Actor by, InvitationAsk ask, DateTimeOffset now)
    {
        var own = ask.Again == by.Id && by.Role is not (Role.Display or Role.System);
        var guest = own ? by : ask.Again is { } again ? Known(book, again) : Newcomer(ask);
        var answersFor = own || (guest is not null && Answering.For(by, guest.Role, guest.Delegation));
        // Whether somebody whom he does not answer for is in is not his to learn.
        if (guest is null || (ask.Again is not null && !answersFor)) return No(book, AccessRefusalReason.NoSuchMember, "There is no such person.");
        if (!answersFor) return No(book, AccessRefusalReason.NotYoursToDo, "You invite those you answer for: the desk its officers and chiefs, a chief his own staff.");
        if (!Answering.IsPlain(guest.Name) || (ask.Reason is not null && !Answering.IsPlain(ask.Reason)))
            return No(book, AccessRefusalReason.NotWellFormed, $"A name or reason has 1 to {AccessLimits.LongestText} characters in one line.");
        var longest = own ? AccessLimits.LongestOwnInvitation : AccessLimits.LongestInvitation;
        if (ask.Holds < AccessLimits.Shortest || ask.Holds > longest)
            return No(book, AccessRefusalReason.NotWellFormed, $"It holds for {AccessLimits.Shortest.TotalMinutes} to {longest.TotalMinutes} minutes.");
        if (NeedsReason(book, by, guest) && ask.Reason is null)
            return No(book, AccessRefusalReason.ReasonNeeded, $"{guest.Delegation} has a chief, who names the others. If he cannot, say why; he reads it in his audit.");

        if (book.Invitation(ask.Id) is { } before)
        {
            // The answer was lost, and with it the link: the same invitation gets another one.
            if (before.By.Id != by.Id || before.StateAt(now) != InvitationState.Open) return No(book, AccessRefusalReason.NoSuchInvitation, "This call was made before; its invitation is not open any more.");
            var renewed = before with { Secret = ask.Secret };
            return (book.Next(now).With(renewed), new(renewed, null));
        }
        var open = book.Invitations.Count(i => i.For.Delegation == guest.Delegation && i.StateAt(now) == InvitationState.Open);
        if (open >= AccessLimits.MostOpenInvitationsOfOne || book.Invitations.Length >= AccessLimits.MostInvitations || book.Unaudited.Length >= AccessLimits.MostUnaudited)
            return No(book, AccessRefusalReason.TooMany, $"There are {open} open invitations: take some back first.");
        if (ask.Again is null && book.Members.Count(m => m.RemovedAt is null && m.Who.Delegation == guest.Delegation) >= AccessLimits.MostMembersOfOne)
            return No(book, AccessRefusalReason.TooMany, $"There are {AccessLimits.MostMembersOfOne} people already: remove some first.");
        var invitation = new Invitation(ask.Id, ask.Secret, guest, by, now, now + ask.Holds, ask.Reason, null, null, null, null, null);
        return (book.Next(now).With(invitation).Noting(Answering.Entry(now, AuditAct.Invited, by, guest.Delegation, $"{guest.Name} ({guest.Role})", ask.Reason)), new(invitation, null));
    }

    /// <summary>Uses an invitation.</summary>
    public static (AccessBook Book, PassReply Reply) Accept(AccessBook book, Acceptance acceptance, DateTimeOffset now)
    {
        if (book.Invitations.FirstOrDefault(i => i.Secret == acceptance.Invitation) is not { } invitation)
            return (book, new(null, new(AccessRefusalReason.NoSuchInvitation, "This link opens nothing. Ask who sent it for another.")));
        var next = book.Next(now);
        if (AnswerWasLost(invitation, acceptance, now)) next = next.With(Passes.Ended(next, now, invitation.For.Name, p => p.Id == invitation.Opened));
        else if (Closed(book, invitation, now) is { } refusal) return (book, new(null, refusal, invitation));

        var who = invitation.For;
        var member = book.Member(who.Id) ?? new Member(who, now, invitation.By.Name, null, null);
        next = next.With(member).With(invitation with { UsedAt = invitation.UsedAt ?? now, UsedWith = acceptance.Key, Opened = acceptance.Pass });
        return Passes.Open(book, next, who, SignIn.Invitation, (acceptance.Pass, acceptance.Session, acceptance.Device, acceptance.From), now);
    }

    /// <summary>Takes an open invitation back; null where it opens nothing any more.</summary>
    public static (AccessBook Book, AccessRefusal? Refusal) Revoke(AccessBook book, Actor by, InvitationId id, DateTimeOffset now)
    {
        if (book.Invitation(id) is not { } invitation || !(invitation.By.Id == by.Id || Answering.For(by, invitation.For.Role, invitation.For.Delegation)))
            return (book, new(AccessRefusalReason.NoSuchInvitation, $"There is no invitation {id}."));
        if (invitation.StateAt(now) != InvitationState.Open) return (book, null);
        return (book.Next(now).With(invitation with { RevokedAt = now, RevokedBy = by.Name })
            .Noting(Answering.Entry(now, AuditAct.InvitationRevoked, by, invitation.For.Delegation, $"{invitation.For.Name} ({invitation.For.Role})")), null);
    }

    /// <summary>Removes somebody, with his passes, his invitations and those he made.</summary>
    public static (AccessBook Book, AccessRefusal? Refusal) Remove(AccessBook book, Actor by, string id, DateTimeOffset now)
    {
        if (book.Member(id) is not { } member || !Answering.For(by, member.Who.Role, member.Who.Delegation))
            return (book, new(AccessRefusalReason.NoSuchMember, "There is no such person."));
        if (member.RemovedAt is not null) return (book, null);
        if (member.Who.Role == Role.Desk && book.Members.Count(m => m.Who.Role == Role.Desk && m.RemovedAt is null) == 1)
            return (book, new(AccessRefusalReason.LastOfTheDesk, "The last officer of the desk stays: invite another first."));
        var next = book.Next(now);
        return (next
            .With(member with { RemovedAt = now, RemovedBy = by.Name })
            .With(Passes.Ended(next, now, by.Name, p => p.Holder.Id == id))
            .With(next.Invitations.Where(i => i.StateAt(now) == InvitationState.Open && (i.For.Id == id || i.By.Id == id)).Select(i => i with { RevokedAt = now, RevokedBy = by.Name }))
            .Noting(Answering.Entry(now, AuditAct.MemberRemoved, by, member.Who.Delegation, $"{member.Who.Name} ({member.Who.Role})")), null);
    }

    private static Actor? Known(AccessBook book, string id) => book.Member(id) is { RemovedAt: null } member ? member.Who : null;

    private static Actor? Newcomer(InvitationAsk ask) => ask.Guest is { } guest ? new($"m-{ask.Id}", guest.Name, guest.Role, guest.Delegation) : null;

    private static bool NeedsReason(AccessBook book, Actor by, Actor guest) =>
        by.Role == Role.Desk && guest.Role == Role.Chief && book.Members.Any(m => m.RemovedAt is null && m.Who.Role == Role.Chief && m.Who.Delegation == guest.Delegation);

    private static bool AnswerWasLost(Invitation invitation, Acceptance again, DateTimeOffset now) =>
        invitation is { UsedAt: { } used, UsedWith: { } key } && key == again.Key && now - used < AccessLimits.AnsweredAgain;

    private static AccessRefusal? Closed(AccessBook book, Invitation invitation, DateTimeOffset now) => invitation.StateAt(now) switch
    {
        InvitationState.Used => new(AccessRefusalReason.InvitationUsed, "This link was used before. If that was not you, tell who sent it at once."),
        InvitationState.Revoked => new(AccessRefusalReason.InvitationRevoked, "This link was taken back. Ask who sent it for another."),
        InvitationState.Expired => new(AccessRefusalReason.InvitationExpired, "This link has expired. Ask who sent it for another."),
        _ when book.Member(invitation.For.Id) is { RemovedAt: not null } => new(AccessRefusalReason.Removed, "You were removed from this summit."),
        _ when book.Member(invitation.For.Id) is null && book.Members.Length >= AccessLimits.MostMembers => new(AccessRefusalReason.TooMany, $"A summit has at most {AccessLimits.MostMembers} people."),
        _ => null,
    };

    private static (AccessBook Book, InvitationReply Reply) No(AccessBook book, AccessRefusalReason reason, string detail) => (book, new(null, new(reason, detail)));
}
