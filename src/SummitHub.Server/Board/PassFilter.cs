using Microsoft.AspNetCore.SignalR;

namespace SummitHub.Server.Board;

/// <summary>Asks at each call of a line whether its pass still holds: what came before the line was cut must not be answered after.</summary>
internal sealed class PassFilter : IHubFilter
{
    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next) =>
        BoardLines.PassOf(invocationContext.Context).Holds ? next(invocationContext) : throw new HubException("There is no session.");
}
