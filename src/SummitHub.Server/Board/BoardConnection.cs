using Microsoft.AspNetCore.SignalR;
using SummitHub.Contracts.Board;

namespace SummitHub.Server.Board;

/// <summary>One connected board: who looks, and how far it has shown.</summary>
internal sealed class BoardConnection(HubCallerContext context, Person person)
{
    private long seen;

    public string Id => context.ConnectionId;

    public Person Person => person;

    /// <summary>The version it has shown; it never goes back.</summary>
    public long Seen => Interlocked.Read(ref seen);

    public void Show(long version)
    {
        for (var was = Interlocked.Read(ref seen); version > was;)
        {
            var found = Interlocked.CompareExchange(ref seen, version, was);
            if (found == was) return;
            was = found;
        }
    }

    /// <summary>Ends the connection; the board resumes from its cursor.</summary>
    public void Drop() => context.Abort();
}
