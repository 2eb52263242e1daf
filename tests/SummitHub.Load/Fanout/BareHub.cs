using Microsoft.AspNetCore.SignalR;

namespace SummitHub.Load.Fanout;

/// <summary>The least a hub can be: who comes joins the group he names.</summary>
internal sealed class BareHub : Hub
{
    /// <inheritdoc/>
    public override Task OnConnectedAsync() =>
        Groups.AddToGroupAsync(Context.ConnectionId, Context.GetHttpContext()!.Request.Query["group"].ToString());
}
