using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Tests.Access;

public sealed class InvitationsTests
{
    private static readonly DateTimeOffset Noon = new(2019, 9, 24, 16, 0, 0, TimeSpan.Zero);
    private static readonly DelegationCode Kaz = DelegationCode.Parse("KAZ");
    private static readonly Actor Desk = new("desk", "Protocol desk", Role.Desk, null);
    private static readonly Actor Chief = new("kaz-chief", "Aliya", Role.Chief, Kaz);

    [Theory]
    [InlineData(Role.Desk, null, "desk chief-KAZ chief-POL")]
    [InlineData(Role.Chief, "KAZ", "chief-KAZ controlOfficer-KAZ siteOfficer-KAZ notetaker-KAZ reader-KAZ press-KAZ")]
    [InlineData(Role.System, null, "desk")]
    [InlineData(Role.ControlOfficer, "KAZ", "")]
    [InlineData(Role.SiteOfficer, "KAZ", "")]
    [InlineData(Role.Notetaker, "KAZ", "")]
    [InlineData(Role.Reader, "KAZ", "")]
    [InlineData(Role.Press, "KAZ", "")]
    [InlineData(Role.Display, null, "")]
    [InlineData(Role.Chief, null, "")]
    public void Each_invites_those_he_answers_for_and_nobody_else(Role role, string? code, string expected)
    {
        var host = new Actor("by", "By", role, code is null ? null : DelegationCode.Parse(code));
        DelegationCode?[] delegations = [null, Kaz, DelegationCode.Parse("POL")];
        var may = from guest in Enum.GetValues<Role>()
                  from delegation in delegations
                  where Invitations.Invite(new(), host, Ask("i", new("Guest", guest, delegation)), Noon).Reply.Invitation is not null
                  select $"{char.ToLowerInvariant(guest.ToString()[0])}{guest.ToString()[1..]}{(delegation is { } d ? $"-{d}" : "")}";

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), may.Order());
    }

    [Fact]
    public void A_link_lets_one_person_in_once()
    {
        var book = Invited(new(), Desk, "i1", new("Aliya", Role.Chief, Kaz));
        var (used, reply) = Accept(book, "i1", Noon.AddHours(1));

        var expected = new Actor("m-i1", "Aliya", Role.Chief, Kaz);
        Assert.Equal(expected, reply.Pass!.Holder);
        Assert.Equal([new Member(expected, Noon.AddHours(1), "Protocol desk", null, null)], used.Members);
        Assert.Equal(InvitationState.Used, used.Invitations[0].StateAt(Noon.AddHours(1)));
        var (same, again) = Accept(used, "i1", Noon.AddHours(2));
        Assert.Same(used, same);
        Assert.Equal((AccessRefusalReason.InvitationUsed, used.Invitations[0]), (again.Refusal!.Reason, again.Invitation));
    }

    [Fact]
    public void A_page_whose_answer_was_lost_is_answered_again_for_a_while_and_what_it_was_given_before_ends()
    {
        var book = Accept(Invited(new(), Desk, "i1", new("Aliya", Role.Chief, Kaz)), "i1", Noon, "key", "first").Book;
        var (again, reply) = Accept(book, "i1", Noon.AddMinutes(1), "key", "second");

        Assert.Equal("second", reply.Pass!.Id.Value);
        Assert.NotNull(again.Pass(PassId.Parse("first"))!.EndedAt);
        Assert.Single(again.Members);
        Assert.Equal(AccessRefusalReason.InvitationUsed, Accept(again, "i1", Noon.AddMinutes(1), "another").Reply.Refusal!.Reason);
        Assert.Equal(AccessRefusalReason.InvitationUsed, Accept(again, "i1", Noon + AccessLimits.AnsweredAgain, "key").Reply.Refusal!.Reason);
    }

    [Fact]
    public void A_link_that_expired_or_was_taken_back_opens_nothing_and_says_why()
    {
        var book = Invited(Invited(new(), Chief, "i1", Guest("Dana")), Chief, "i2", Guest("Timur"));
        book = Invitations.Revoke(book, Chief, InvitationId.Parse("i2"), Noon).Book;

        Assert.NotNull(Accept(book, "i1", Noon.AddHours(72).AddSeconds(-1)).Reply.Pass);
        Assert.Equal(AccessRefusalReason.InvitationExpired, Accept(book, "i1", Noon.AddHours(72)).Reply.Refusal!.Reason);
        Assert.Equal(AccessRefusalReason.InvitationRevoked, Accept(book, "i2", Noon).Reply.Refusal!.Reason);
        Assert.Equal(AccessRefusalReason.NoSuchInvitation, Accept(book, "i3", Noon).Reply.Refusal!.Reason);
    }

    [Fact]
    public void Asking_again_under_the_same_name_gives_the_open_invitation_another_link()
    {
        var book = Invited(new(), Chief, "i1", Guest("Dana"));
        var (renewed, reply) = Invitations.Invite(book, Chief, Ask("i1", Guest("Dana")) with { Secret = SecretHash.Of("newer") }, Noon);

        Assert.Single(renewed.Invitations);
        Assert.Equal(SecretHash.Of("newer"), reply.Invitation!.Secret);
        Assert.Equal(AccessRefusalReason.NoSuchInvitation, Accept(renewed, "i1", Noon).Reply.Refusal!.Reason);
        // Used, it is not renewed; and nobody renews another's.
        var used = Accept(book, "i1", Noon).Book;
        Assert.NotNull(Invitations.Invite(used, Chief, Ask("i1", Guest("Dana")), Noon).Reply.Refusal);
        Assert.NotNull(Invitations.Invite(book, Chief with { Id = "deputy" }, Ask("i1", Guest("Dana")), Noon).Reply.Refusal);
    }

    [Fact]
    public void Who_is_in_signs_in_on_another_device_as_himself_for_some_minutes()
    {
        var (book, dana) = Joined(new(), Chief, "i1", Guest("Dana"));
        var ask = new InvitationAsk(InvitationId.Parse("i2"), SecretHash.Of("i2"), null, dana.Id, TimeSpan.FromMinutes(15), null);

        var (invited, reply) = Invitations.Invite(book, dana, ask, Noon);
        Assert.Equal(dana, reply.Invitation!.For);
        var (both, pass) = Accept(invited, "i2", Noon);
        Assert.Equal(dana, pass.Pass!.Holder);
        Assert.Single(both.Members);
        Assert.Equal(2, both.Passes.Length);
        Assert.Equal(AccessRefusalReason.NotWellFormed, Invitations.Invite(book, dana, ask with { Holds = TimeSpan.FromHours(1) }, Noon).Reply.Refusal!.Reason);
        Assert.Equal(AccessRefusalReason.NoSuchMember, Invitations.Invite(book, Chief, ask with { Again = "nobody" }, Noon).Reply.Refusal!.Reason);
    }

    [Fact]
    public void Who_does_not_answer_for_somebody_does_not_learn_that_he_is_in()
    {
        var (book, dana) = Joined(new(), Chief, "i1", Guest("Dana"));
        var ask = new InvitationAsk(InvitationId.Parse("i2"), SecretHash.Of("i2"), null, dana.Id, TimeSpan.FromMinutes(15), null);

        foreach (var other in new[] { Chief with { Id = "o", Delegation = DelegationCode.Parse("POL") }, new Actor("p", "Press", Role.Press, Kaz) })
            Assert.Equal(Invitations.Invite(book, other, ask with { Again = "nobody" }, Noon).Reply.Refusal, Invitations.Invite(book, other, ask, Noon).Reply.Refusal);
    }

    [Fact]
    public void The_desk_names_another_chief_only_with_a_reason_which_his_delegation_reads()
    {
        var (book, aliya) = Joined(new(), Desk, "i1", new("Aliya", Role.Chief, Kaz));
        var ask = Ask("i2", new("Erlan", Role.Chief, Kaz));

        Assert.Equal(AccessRefusalReason.ReasonNeeded, Invitations.Invite(book, Desk, ask, Noon).Reply.Refusal!.Reason);
        Assert.NotNull(Invitations.Invite(book, aliya, ask, Noon).Reply.Invitation);
        var (named, reply) = Invitations.Invite(book, Desk, ask with { Reason = "Aliya fell ill" }, Noon);
        Assert.NotNull(reply.Invitation);
        var entry = named.Unaudited[^1].Entry;
        Assert.Equal((AuditAct.Invited, "Erlan (Chief)", "Aliya fell ill", (DelegationCode?)Kaz), (entry.Act, entry.About, entry.Why, entry.Concerns));
        Assert.NotNull(AuditSight.Of(entry, aliya));
        // Once he is removed there is none to ask.
        Assert.NotNull(Invitations.Invite(Invitations.Remove(book, Desk, aliya.Id, Noon).Book, Desk, ask, Noon).Reply.Invitation);
    }

    [Fact]
    public void Who_is_removed_loses_his_passes_and_invitations_and_those_he_made()
    {
        var (book, deputy) = Joined(new(), Chief, "i1", new("Erlan", Role.Chief, Kaz));
        book = Passes.Issue(book, deputy, new(PassId.Parse("t1"), PassKind.Token, SecretHash.Of("t1"), "Script", Scopes.Read, TimeSpan.FromDays(1)), Noon).Book;
        book = Invited(book, deputy, "i2", Guest("Dana"));
        book = Invitations.Invite(book, deputy, new(InvitationId.Parse("i3"), SecretHash.Of("i3"), null, deputy.Id, TimeSpan.FromMinutes(15), null), Noon).Book;

        var (removed, refusal) = Invitations.Remove(book, Chief, deputy.Id, Noon.AddMinutes(1));
        Assert.Null(refusal);
        Assert.All(removed.Passes, p => Assert.False(p.HoldsAt(Noon.AddMinutes(1))));
        Assert.Equal(AccessRefusalReason.InvitationRevoked, Accept(removed, "i2", Noon.AddMinutes(2)).Reply.Refusal!.Reason);
        Assert.Equal(AccessRefusalReason.InvitationRevoked, Accept(removed, "i3", Noon.AddMinutes(2)).Reply.Refusal!.Reason);
        Assert.Same(removed, Invitations.Remove(removed, Chief, deputy.Id, Noon.AddMinutes(3)).Book);
        // A provider that still vouches for him does not bring him back.
        Assert.Equal(AccessRefusalReason.Removed, Passes.Admit(removed, new(PassId.Parse("s9"), SecretHash.Of("s9"), deputy, SignIn.Provider, ""), Noon).Reply.Refusal!.Reason);
    }

    [Fact]
    public void Nobody_removes_whom_he_does_not_answer_for_nor_the_last_of_the_desk()
    {
        var (book, dana) = Joined(new(), Chief, "i1", Guest("Dana"));
        var officer = new Actor("system", "SummitHub", Role.System, null);
        (book, var first) = Joined(book, officer, "i2", new("First", Role.Desk, null));

        Assert.Equal(AccessRefusalReason.NoSuchMember, Invitations.Remove(book, first, dana.Id, Noon).Refusal!.Reason);
        Assert.Equal(AccessRefusalReason.NoSuchMember, Invitations.Remove(book, dana, first.Id, Noon).Refusal!.Reason);
        Assert.Equal(AccessRefusalReason.LastOfTheDesk, Invitations.Remove(book, first, first.Id, Noon).Refusal!.Reason);
        (book, var second) = Joined(book, first, "i3", new("Second", Role.Desk, null));
        Assert.Null(Invitations.Remove(book, second, first.Id, Noon).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" Dana")]
    [InlineData("Da\nna")]
    [InlineData("Dana \u202Eanad")]
    public void A_name_is_one_plain_line(string name) =>
        Assert.Equal(AccessRefusalReason.NotWellFormed, Invitations.Invite(new(), Chief, Ask("i", Guest(name)), Noon).Reply.Refusal!.Reason);

    [Fact]
    public void There_are_so_many_open_invitations_to_a_delegation()
    {
        var book = new AccessBook();
        for (var i = 0; i < AccessLimits.MostOpenInvitationsOfOne; i++) book = Invited(book, Chief, $"i{i}", Guest($"Guest {i}"));

        Assert.Equal(AccessRefusalReason.TooMany, Invitations.Invite(book, Chief, Ask("more", Guest("One more")), Noon).Reply.Refusal!.Reason);
        Assert.NotNull(Invitations.Invite(book, Desk, Ask("more", new("Pole", Role.Chief, DelegationCode.Parse("POL"))), Noon).Reply.Invitation);
    }

    [Fact]
    public void What_somebody_is_shown_holds_no_hash_and_nobody_he_does_not_answer_for()
    {
        var (book, dana) = Joined(new(), Chief, "i1", Guest("Dana"));
        (book, var pole) = Joined(book, Desk, "i2", new("Pole", Role.Chief, DelegationCode.Parse("POL")));

        var seen = Answering.View(book, Chief, Noon);
        Assert.Equal(["Dana"], seen.People.Select(p => p.Who.Name));
        Assert.Equal(["i1"], seen.Invitations.Select(i => i.Id.Value));
        Assert.Equal([dana.Id], seen.Others.Select(p => p.Holder.Id));
        Assert.All(seen.Others, p => Assert.Equal(default, p.Secret));
        Assert.All(seen.Invitations, i => Assert.Equal((default, null), (i.Secret, i.UsedWith)));
        Assert.Equal([pole.Id], Answering.View(book, Desk, Noon).Others.Select(p => p.Holder.Id));
        Assert.Equal((0, 0, 1, 0), Answering.View(book, dana, Noon) is var own ? (own.People.Length, own.Invitations.Length, own.Own.Length, own.Others.Length) : default);
    }

    private static Guest Guest(string name) => new(name, Role.Notetaker, Kaz);

    private static InvitationAsk Ask(string id, Guest guest) => new(InvitationId.Parse(id), SecretHash.Of(id), guest, null, TimeSpan.FromHours(72), null);

    private static AccessBook Invited(AccessBook book, Actor by, string id, Guest guest)
    {
        var (next, reply) = Invitations.Invite(book, by, Ask(id, guest), Noon);
        Assert.Null(reply.Refusal);
        return next;
    }

    private static (AccessBook Book, Actor Who) Joined(AccessBook book, Actor by, string id, Guest guest)
    {
        var (next, reply) = Accept(Invited(book, by, id, guest), id, Noon);
        return (next, reply.Pass!.Holder);
    }

    private static (AccessBook Book, PassReply Reply) Accept(AccessBook book, string id, DateTimeOffset now, string key = "", string pass = "") =>
        Invitations.Accept(book, new(SecretHash.Of(id), SecretHash.Of(key.Length > 0 ? key : $"key {id} {now.Ticks}"), PassId.Parse(pass.Length > 0 ? pass : $"s-{id}"), SecretHash.Of($"session {id}"), "", ""), now);
}
