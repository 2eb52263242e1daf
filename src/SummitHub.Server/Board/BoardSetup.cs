using Microsoft.AspNetCore.SignalR;
using SummitHub.Grains.Delegations;

namespace SummitHub.Server.Board;

/// <summary>Sets the boards up: hub, feeds, frames.</summary>
internal static class BoardSetup
{
    public static IServiceCollection AddBoards(this IServiceCollection services)
    {
        var rows = new RowTexts();
        services.AddSingleton(rows);
        services.AddSignalR(hub =>
        {
            hub.MaximumReceiveMessageSize = 4 * 1024;
            hub.MaximumParallelInvocationsPerClient = 2;
            hub.EnableDetailedErrors = false;
            hub.AddFilter<PassFilter>();
        }).AddJsonProtocol(json => rows.Shape(json.PayloadSerializerOptions));
        services.AddSingleton<HubConnectionHandler<BoardHub>, BoardConnections>();
        services.AddSingleton<BoardFrames>();
        services.AddSingleton<Elsewhere>();
        services.AddSingleton<Execution>();
        services.AddSingleton<OpenNotices>();
        services.AddSingleton<IBoardReader, BoardReader>();
        services.AddSingleton<ReadoutShelf>();
        services.AddSingleton<BoardLines>();
        services.AddHostedService(provider => provider.GetRequiredService<BoardLines>());
        services.AddSingleton<BoardAudiences>();
        services.AddSingleton<INoticeBell>(provider => provider.GetRequiredService<BoardAudiences>());
        services.AddHostedService(provider => provider.GetRequiredService<BoardAudiences>());
        return services;
    }

    public static void MapBoards(this IEndpointRouteBuilder routes) => routes.MapHub<BoardHub>("/hubs/board", options =>
    {
        // A board that does not read is dropped before its buffer is worth speaking of.
        options.TransportMaxBufferSize = 512 * 1024;
        options.ApplicationMaxBufferSize = 16 * 1024;
        options.CloseOnAuthenticationExpiration = true;
    });
}
