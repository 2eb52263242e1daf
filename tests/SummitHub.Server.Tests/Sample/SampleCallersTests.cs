using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Server.Sample;
using SummitHub.Server.Tests.Interchange;

namespace SummitHub.Server.Tests.Sample;

public sealed class SampleCallersTests
{
    private static readonly SampleSetting Setting = new(SampleFolder.Head, SampleFolder.Path, "clock.json");

    [Theory]
    [InlineData("desk", null, Role.Desk, null, "/summits/unga74/board")]
    [InlineData("wall", null, Role.Display, null, "/summits/unga74/wall")]
    [InlineData("KAZ", null, Role.Chief, "KAZ", "/summits/unga74/delegations/KAZ")]
    [InlineData("UNSG", "siteOfficer", Role.SiteOfficer, "UNSG", "/summits/unga74/delegations/UNSG")]
    [InlineData("POL", "reader", Role.Reader, "POL", "/summits/unga74/delegations/POL")]
    public void A_link_leads_to_its_reader_s_board(string who, string? role, Role expected, string? code, string board)
    {
        var caller = SampleCallers.Find(who, role, Setting)!.Value;

        Assert.Equal((expected, code is null ? (DelegationCode?)null : DelegationCode.Parse(code), board), (caller.Actor.Role, caller.Actor.Delegation, caller.Board));
        Assert.False(caller.Actor.Simulated);
    }

    [Theory]
    [InlineData("kaz", null)]
    [InlineData("system", null)]
    [InlineData("KAZ", "desk")]
    [InlineData("KAZ", "system")]
    [InlineData("../KAZ", null)]
    public void Nobody_else_signs_in(string who, string? role) => Assert.Null(SampleCallers.Find(who, role, Setting));

    [Fact]
    public void Every_link_that_is_offered_works_and_no_two_are_one_actor()
    {
        var callers = SampleCallers.Offered.Select(w => SampleCallers.Find(w, null, Setting)!.Value.Actor.Id).ToList();

        Assert.Equal(SampleCallers.Offered.Count, callers.Distinct().Count());
    }
}
