using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;
using Orleans.Persistence;
using Orleans.Serialization;
using Orleans.Storage;
using StackExchange.Redis;
using SummitHub.Grains.Programme;
using SummitHub.Grains.Storage;

namespace SummitHub.Server.Programme;

/// <summary>Sets Orleans up for the role of this process.</summary>
internal static class ClusterSetup
{
    private const string Cluster = "summithub";

    public static void AddCluster(this IHostApplicationBuilder builder, SummitHubOptions options)
    {
        builder.Services.AddSingleton<LogCodec>();
        builder.Services.AddSingleton<LogReader>();
        builder.Services.AddSingleton<ProgrammeReplicas>();
        builder.Services.AddSingleton<IProgrammeReader, ReplicaReader>();
        var links = ClusterLinks.Of(options);
        if (options.HoldsGrains) builder.UseOrleans(silo => Silo(links is null ? silo : silo.UseTls(links.Own, links.Secure), options));
        else builder.UseOrleansClient(client => Client(links is null ? client : client.UseTls(links.Own, links.Secure), options));
    }

    private static void Client(IClientBuilder client, SummitHubOptions options) =>
        client.UseRedisClustering(o => o.ConfigurationOptions = ConfigurationOptions.Parse(options.Redis!)).Configure<ClusterOptions>(Name);

    private static void Silo(ISiloBuilder silo, SummitHubOptions options)
    {
        silo.Configure<ClusterOptions>(Name);
        // A command answers in milliseconds or its outcome is unknown: the edge asks again under the same operation id.
        silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromSeconds(5));
        silo.Configure<GrainCollectionOptions>(o => o.CollectionAge = TimeSpan.FromMinutes(30));
        var (siloPort, gatewayPort) = (Port(options.SiloPort), Port(options.GatewayPort));
        if (options.Redis is { } redis)
        {
            silo.UseRedisClustering(o => o.ConfigurationOptions = ConfigurationOptions.Parse(redis));
            silo.UseRedisReminderService(o => o.ConfigurationOptions = ConfigurationOptions.Parse(redis));
            silo.AddRedisGrainStorage(GrainStores.Durable, o => o.ConfigurationOptions = ConfigurationOptions.Parse(redis));
            // As in the embedded store: the default, JSON, would write the names of classes.
            silo.Services.AddOptions<RedisStorageOptions>(GrainStores.Durable).Configure<Serializer>((o, s) => o.GrainStorageSerializer = new OrleansGrainStorageSerializer(s));
            silo.ConfigureEndpoints(Own(options.Address), siloPort, gatewayPort);
            // A killed silo is out of the cluster in about 2.4 s; with the defaults it takes 10 s.
            silo.Configure<ClusterMembershipOptions>(o => (o.ProbeTimeout, o.NumMissedProbesLimit, o.NumVotesForDeathDeclaration) = (TimeSpan.FromSeconds(1), 2, 1));
        }
        else
        {
            silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: Cluster, clusterId: Cluster);
            silo.UseInMemoryReminderService();
            silo.AddSqliteGrainStorage(GrainStores.Durable, Path.Combine(options.Data, "grains.db"));
        }
    }

    private static void Name(ClusterOptions options) => (options.ClusterId, options.ServiceId) = (Cluster, Cluster);

    private static IPAddress Own(string address) =>
        IPAddress.TryParse(address, out var own) ? own : Dns.GetHostAddresses(address, AddressFamily.InterNetwork).FirstOrDefault() ?? throw new ValidationException($"SummitHub__Address: nothing is known of {address}.");

    private static int Port(int asked)
    {
        if (asked != 0) return asked;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
