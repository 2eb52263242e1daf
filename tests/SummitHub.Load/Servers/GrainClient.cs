using System.Net;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using SummitHub.Contracts.Programme;

namespace SummitHub.Load.Servers;

/// <summary>A client of the server's grains, through its gateway.</summary>
internal sealed class GrainClient : IAsyncDisposable
{
    private const string Cluster = "summithub";
    private readonly IHost _host;

    private GrainClient(IHost host) => (_host, Grains) = (host, host.Services.GetRequiredService<IGrainFactory>());

    /// <summary>The grains.</summary>
    public IGrainFactory Grains { get; }

    /// <summary>The programme of a summit.</summary>
    public IProgrammeGrain Programme(string summit) => Grains.GetGrain<IProgrammeGrain>(summit);

    /// <summary>Connects.</summary>
    public static async Task<GrainClient> Connect(IPEndPoint gateway, CancellationToken stop)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleansClient(client => client
            .UseStaticClustering(gateway)
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (Cluster, Cluster)));
        var host = builder.Build();
        await host.StartAsync(stop);
        return new(host);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // A client of a server that was killed has nobody to say goodbye to.
        using var shortly = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try { await _host.StopAsync(shortly.Token); }
        catch (OperationCanceledException) { }
        if (_host is IAsyncDisposable host) await host.DisposeAsync();
        else _host.Dispose();
    }
}
