using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Grains.Tests.Clusters;

namespace SummitHub.Grains.Tests.Access;

public sealed class AccessGrainTests(SubstanceCluster cluster) : IClassFixture<SubstanceCluster>
{
    private static readonly Actor Aliya = new("kaz-aliya", "Aliya", Role.Chief, DelegationCode.Parse("KAZ"));
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
    public async Task A_summit_that_nobody_was_let_in_to_says_so() => Assert.Equal(0, (await Grain.Changes(0)).Revision);

    private static Admission Ask(string id) => new(PassId.Parse(id), SecretHash.Of(id), Aliya, SignIn.Invitation, "Firefox");

    private IAccessGrain Grain => cluster.Grains.GetGrain<IAccessGrain>(_summit.Value);
}
