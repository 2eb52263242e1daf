using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace SummitHub.Server.Board;

/// <summary>Takes the lines of boards as the framework does, each with <see cref="WholePieces"/> to write to.</summary>
internal sealed class BoardConnections(
    HubLifetimeManager<BoardHub> lifetimes,
    IHubProtocolResolver protocols,
    IOptions<HubOptions> common,
    IOptions<HubOptions<BoardHub>> options,
    ILoggerFactory loggers,
    IUserIdProvider users,
    IServiceScopeFactory scopes) : HubConnectionHandler<BoardHub>(lifetimes, protocols, common, options, loggers, users, scopes)
{
    public override Task OnConnectedAsync(ConnectionContext connection)
    {
        connection.Transport = new WholePieces(connection.Transport);
        return base.OnConnectedAsync(connection);
    }
}
