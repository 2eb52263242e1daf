using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using SummitHub.Contracts.Board;
using SummitHub.Server.Board;

namespace SummitHub.Server.Tests.Board;

/// <summary>A line to the hub that only knows whether it was dropped.</summary>
internal sealed class OpenBoard(string id) : HubCallerContext
{
    private volatile bool dropped;

    public bool Dropped => dropped;

    public override string ConnectionId => id;

    public override string? UserIdentifier => null;

    public override ClaimsPrincipal? User => null;

    public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

    public override IFeatureCollection Features { get; } = new FeatureCollection();

    public override CancellationToken ConnectionAborted => new(dropped);

    public override void Abort() => dropped = true;

    public BoardConnection As(string name) => new(this, new Person(name, "Desk", null));
}
