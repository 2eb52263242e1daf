using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Grains.Tests.Clusters;

namespace SummitHub.Grains.Tests.Access;

public sealed class AccessGrainTests(SubstanceCluster cluster) : IClassFixture<SubstanceCluster>
{
    private static readonly Actor Aliya = new("kaz-aliya", "Aliya", Role.Chief, DelegationCode.Parse("KAZ"));
    private static readonly Actor Desk = new("desk", "Protocol desk", Role.Desk, null);
    private readonly SummitId _summit = SubstanceCluster.NewSummit();

    [Fact]
    public async Task A_session_is_durable_and_so_is_its_end()
    {
        var pass = (await Grain.Admit(Ask("s1"))).Pass!;
        await cluster.DeactivateAsync(Grain);
        Assert.Equal([pass with { Revision = 1 }], (await Grain.Changes(0)).Passes);

        Assert.Null(await Grain.End(Aliya, pass.Id));
        await cluster.DeactivateAsync(Grain);
        Assert.NotNull(Assert.Single((await Grain.Changes(1)).Passes).EndedAt);
    }

    [Fact]
    public async Task Many_who_sign_in_at_once_are_all_let_in_and_stored_in_few_writes()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Grain.Admit(Ask($"s{i}") with { Who = Aliya with { Id = $"p{i}" } })));

        Assert.All(replies, reply => Assert.NotNull(reply.Pass));
        await cluster.DeactivateAsync(Grain);
        Assert.Equal(500, (await Grain.Changes(0)).Passes.Select(p => p.Id).Distinct().Count());
    }

    [Theory]
    [InlineData(StoreFault.Before)]
    [InlineData(StoreFault.After)]
    internal async Task A_session_that_could_not_be_stored_is_not_told_of_and_can_be_asked_for_again(StoreFault fault)
    {
        await Grain.Admit(Ask("s1"));
        cluster.Faults.FailNext($"{_summit}", fault);
        await Assert.ThrowsAnyAsync<Exception>(() => Grain.Admit(Ask("s2")));

        Assert.NotNull((await Grain.Admit(Ask("s2"))).Pass);
        Assert.Equal(["s1", "s2"], (await Grain.Changes(0)).Passes.Select(p => p.Id.Value));
    }

    [Fact]
    public async Task The_store_holds_no_secret()
    {
        var secret = Secret.Write(SecretKind.Session, _summit, new byte[Secret.Size]);
        await Grain.Admit(Ask("the-pass") with { Secret = SecretHash.Of(secret) });

        Assert.True(cluster.StoreHolds("the-pass"));
        Assert.False(cluster.StoreHolds(secret));
        Assert.False(cluster.StoreHolds(secret.Split('.')[^1]));
    }

    [Fact]
    public async Task Of_many_who_use_a_link_at_once_one_is_let_in()
    {
        await InviteAsync("i1");
        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Grain.Accept(Use("i1", $"s{i}"))));

        Assert.Single(replies, r => r.Pass is not null);
        Assert.Equal(49, replies.Count(r => r.Refusal?.Reason == AccessRefusalReason.InvitationUsed));
        Assert.Single((await Grain.Read(Aliya)).People);
    }

    [Theory]
    [InlineData(StoreFault.Before)]
    [InlineData(StoreFault.After)]
    internal async Task A_link_whose_use_could_not_be_stored_is_used_once_by_the_page_that_asks_again(StoreFault fault)
    {
        await InviteAsync("i1");
        cluster.Faults.FailNext($"{_summit}", fault);
        await Assert.ThrowsAnyAsync<Exception>(() => Grain.Accept(Use("i1", "first", "key")));

        Assert.NotNull((await Grain.Accept(Use("i1", "second", "key"))).Pass);
        Assert.Equal(AccessRefusalReason.InvitationUsed, (await Grain.Accept(Use("i1", "third", "another"))).Refusal!.Reason);
        Assert.Equal(["second"], (await Grain.Changes(0)).Passes.Where(p => p.EndedAt is null).Select(p => p.Id.Value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(StoreFault.Before)]
    [InlineData(StoreFault.After)]
    internal async Task Who_came_in_is_in_the_audit_once_whatever_failed_between(StoreFault? fault)
    {
        await InviteAsync("i1");
        await cluster.DeactivateAsync(Grain);
        if (fault is { } failing)
        {
            cluster.Faults.FailNext($"{_summit}", failing);
            await Assert.ThrowsAnyAsync<Exception>(() => Grain.Accept(Use("i1", "s1", "key")));
        }
        await Grain.Accept(Use("i1", "s2", "key"));
        await cluster.DeactivateAsync(Grain);
        await Grain.End(Aliya, PassId.Parse("s2"));

        var acts = (await AuditAsync(Desk)).Select(e => e.Act).ToList();
        Assert.Equal(AuditAct.PassEnded, acts[0]);
        Assert.Equal(AuditAct.Invited, acts[^1]);
        // After a write whose answer was lost the page signs in twice, and both are told.
        Assert.Equal(fault == StoreFault.After ? 2 : 1, acts.Count(a => a == AuditAct.SignedIn));
        Assert.Equal(acts.Count, acts.Count(a => a is AuditAct.PassEnded or AuditAct.Invited or AuditAct.SignedIn));
    }

    [Fact]
    public async Task Each_chief_reads_his_own_part_of_the_audit_and_the_desk_all_but_what_others_were_denied()
    {
        var pole = Aliya with { Id = "pol-chief", Delegation = DelegationCode.Parse("POL") };
        var at = DateTimeOffset.UnixEpoch;
        AuditEntry[] entries =
        [
            new(at, AuditAct.ReadDenied, Aliya, null, "meetings/m-1", "noSuchMeeting", null, 3),
            new(at.AddSeconds(1), AuditAct.ReadDenied, pole, null, "meetings/m-2", "noSuchMeeting", null, 1),
            new(at.AddSeconds(2), AuditAct.SignInRefused, null, Aliya.Delegation, "Dana", "invitationUsed", "203.0.113.7", 1),
            new(at.AddSeconds(3), AuditAct.CommandDenied, Desk, null, "meetings/m-3/cancel", "notYoursToDo", null, 1),
        ];
        await Grain.Audit([.. entries]);

        Assert.Equal([entries[2], entries[0]], await AuditAsync(Aliya));
        Assert.Equal([entries[1]], await AuditAsync(pole));
        Assert.Equal([entries[3], entries[2], entries[1] with { About = null }, entries[0] with { About = null }], await AuditAsync(Desk));
        Assert.Equal([entries[0]], (await Grain.ReadAudit(Aliya, at.AddSeconds(2), 100))!.Entries);
        Assert.Null(await Grain.ReadAudit(Aliya with { Role = Role.Notetaker }, at.AddDays(1), 100));
        Assert.Null(await Grain.ReadAudit(new("wall", "Wall", Role.Display, null), at.AddDays(1), 100));
    }

    [Fact]
    public async Task The_audit_is_read_page_by_page_with_nothing_left_out_that_was_written_late()
    {
        var at = DateTimeOffset.UnixEpoch;
        AuditEntry Happened(int second) => new(at.AddSeconds(second), AuditAct.ReadDenied, Aliya, null, $"meetings/m-{second}", "notYoursToDo", null, 1);
        // Bundles come behind what happened meanwhile.
        foreach (var written in (int[][])[[2], [5, 6], [1, 3, 4], [9], [7, 8, 8], [10]]) await Grain.Audit([.. written.Select(Happened)]);

        var (read, before) = (new List<string?>(), DateTimeOffset.MaxValue);
        while ((await Grain.ReadAudit(Aliya, before, 2))!.Entries is [.., var last] page)
        {
            read.AddRange(page.Select(e => e.About));
            before = last.At;
        }
        Assert.Equal(new[] { 10, 9, 8, 8, 7, 6, 5, 4, 3, 2, 1 }.Select(s => $"meetings/m-{s}"), read);
    }

    [Fact]
    public async Task A_summit_that_nobody_was_let_in_to_says_so() => Assert.Equal(0, (await Grain.Changes(0)).Revision);

    private static Admission Ask(string id) => new(PassId.Parse(id), SecretHash.Of(id), Aliya, SignIn.Invitation, "Firefox");

    private static Acceptance Use(string invitation, string pass, string? key = null) =>
        new(SecretHash.Of(invitation), SecretHash.Of(key ?? pass), PassId.Parse(pass), SecretHash.Of(pass), "Firefox", "127.0.0.1");

    private async Task InviteAsync(string id) => Assert.NotNull((await Grain.Invite(
        Aliya, new(InvitationId.Parse(id), SecretHash.Of(id), new("Dana", Role.Notetaker, Aliya.Delegation), null, TimeSpan.FromDays(1), null))).Invitation);

    private async Task<ImmutableArray<AuditEntry>> AuditAsync(Actor by) => (await Grain.ReadAudit(by, DateTimeOffset.MaxValue, 100))!.Entries;

    private IAccessGrain Grain => cluster.Grains.GetGrain<IAccessGrain>(_summit.Value);
}
