using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Server.Access;

namespace SummitHub.Server.Tests.Access;

public sealed class CallerTests
{
    private static readonly SummitId Summit = SummitId.Parse("unga74");

    [Theory]
    [InlineData(Role.Desk, null)]
    [InlineData(Role.Display, null)]
    [InlineData(Role.Chief, "KAZ")]
    [InlineData(Role.Notetaker, "UNSG")]
    public void A_session_says_who_the_caller_is(Role role, string? code)
    {
        var actor = new Actor("some-id", "Some name", role, code is null ? null : DelegationCode.Parse(code));

        var principal = Caller.Principal(actor, "test", Summit, Scopes.Read);
        Assert.Equal(actor, Caller.Actor(principal));
        Assert.True(Caller.IsAt(principal, Summit));
        Assert.False(Caller.IsAt(principal, SummitId.Parse("another")));
        Assert.True(Caller.May(principal, Scopes.Read));
        Assert.False(Caller.May(principal, Scopes.Change));
        Assert.False(Caller.May(new ClaimsPrincipal(), Scopes.Read));
    }

    [Fact]
    public void Without_a_session_or_with_half_of_one_there_is_no_caller()
    {
        var chief = new Actor("some-id", "Some name", Role.Chief, DelegationCode.Parse("KAZ"));
        var claims = Caller.Principal(chief, "test", Summit, Scopes.Read).Claims.Where(c => c.Type is not ("summit" or "scopes")).ToList();

        Assert.Null(Caller.TryActor(new ClaimsPrincipal(new ClaimsIdentity(claims))));
        Assert.All(claims, missing => Assert.Null(Caller.TryActor(new ClaimsPrincipal(new ClaimsIdentity(claims.Except([missing]), "test")))));
        Assert.Throws<InvalidOperationException>(() => Caller.Actor(new ClaimsPrincipal()));
    }

    [Fact]
    public void Nobody_signed_in_is_simulated()
    {
        var actor = new Actor("some-id", "Some name", Role.Desk, null, Simulated: true);

        Assert.False(Caller.Actor(Caller.Principal(actor, "test", Summit, Scopes.Read)).Simulated);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1:5080", null, true)]
    [InlineData("::1", "[::1]:5080", null, true)]
    [InlineData("127.0.0.1", "localhost:5080", null, true)]
    [InlineData("192.168.1.7", "localhost:5080", null, false)]
    [InlineData("127.0.0.1", "summit.example", null, false)]
    [InlineData("127.0.0.1", "localhost", "203.0.113.9", false)]
    public void Only_a_call_from_this_machine_to_this_machine_counts_as_the_loopback_s(string remote, string host, string? forwardedFor, bool expected)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        http.Request.Host = new HostString(host);
        if (forwardedFor is not null) http.Request.Headers["X-Forwarded-For"] = forwardedFor;

        Assert.Equal(expected, Loopback.IsCaller(http));
    }
}
