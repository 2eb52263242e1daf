using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Server.Access;
using SummitHub.Server.Interchange;

namespace SummitHub.Server;

/// <summary>
/// The command <c>found FOLDER NAME</c>: founds the summit of a folder, enters its programme, and prints the link by which an officer of its
/// desk comes in. Done again it enters nothing twice, and prints another link: who is at the machine lets in a desk that has lost its way.
/// </summary>
internal static class Founding
{
    private static readonly TimeSpan LinkHolds = TimeSpan.FromDays(1);

    /// <summary>Whether the command line asks for it.</summary>
    public static bool IsAsked(string[] args) => args is ["found", ..];

    /// <summary>Makes a server that holds grains and answers nobody, beside whatever listens already.</summary>
    public static void Compose(WebApplicationBuilder builder, SummitHubOptions options)
    {
        options.Sample = "none";
        builder.Logging.AddFilter(null, LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Services.AddSingleton<IServer, Deaf>();
    }

    /// <summary>Starts the server, does it, and stops.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(WebApplication app, string[] args, TextWriter output)
    {
        await app.StartAsync();
        var code = await RunAsync(app.Services, args, output);
        await app.StopAsync();
        return code;
    }

    /// <summary>Does it with the grains of a server that runs.</summary>
    /// <returns>The exit code: 0 only where all of the programme was entered and the link was made.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output)
    {
        if (args is not [var folder, var name])
        {
            await output.WriteLineAsync("found FOLDER NAME: name the folder with the summit's files, and the first officer of its desk.");
            return 2;
        }

        var problems = new ImportProblems();
        var reading = SummitHead.Read(folder, problems) is { } head ? SummitImport.Read(folder, head) : new ImportReading(null, problems.ToImmutable());
        foreach (var problem in reading.Problems) await output.WriteLineAsync(problem.ToString());
        if (reading.Summit is not { Summit.Id: var id } summit) return 1;

        var entry = new SummitEntry(ActivatorUtilities.CreateInstance<GrainCommands>(services, id), services.GetRequiredService<ILogger<SummitEntry>>());
        var refused = await entry.DoAsync(summit, CancellationToken.None);
        await output.WriteLineAsync($"{id}, {summit.Summit.Title}: {summit.Steps.Length} steps, {refused} refused.");
        return await InviteAsync(services.GetRequiredService<IGrainFactory>().GetGrain<IAccessGrain>(id.Value), id, name, output) && refused == 0 ? 0 : 1;
    }

    private static async Task<bool> InviteAsync(IAccessGrain access, SummitId summit, string name, TextWriter output)
    {
        var secret = SignIns.NewSecret(SecretKind.Join, summit);
        var invitation = InvitationId.Parse(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
        var reply = await access.Invite(ImportSteps.Importer, new(invitation, SecretHash.Of(secret), new Guest(name, Role.Desk, null), null, LinkHolds, null));
        await output.WriteLineAsync(reply.Invitation is { } made
            ? $"{name} comes in once, until {made.ExpiresAt:u}, by this link behind the server's address: {SignIns.LinkOf(secret)}"
            : $"{name} is not invited: {reply.Refusal!.Detail}");
        return reply.Invitation is not null;
    }

    private sealed class Deaf : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
