using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime.Hosting;
using Orleans.Serialization;
using Orleans.Storage;

namespace SummitHub.Grains.Storage;

/// <summary>Puts the embedded grain storage into a silo.</summary>
public static class SqliteGrainStorageHosting
{
    /// <summary>
    /// Keeps grains' states in a SQLite file of their own. The payload is written by the Orleans serializer, chosen here on purpose:
    /// it names types by their aliases and fields by their ids, where the default, JSON, writes the names of classes.
    /// </summary>
    /// <param name="builder">The silo.</param>
    /// <param name="name">The name grains ask for, <see cref="GrainStores.Durable"/>.</param>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    public static ISiloBuilder AddSqliteGrainStorage(this ISiloBuilder builder, string name, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        builder.Services.AddGrainStorage(name, (services, named) => ActivatorUtilities.CreateInstance<SqliteGrainStorage>(
            services, named, path, new OrleansGrainStorageSerializer(services.GetRequiredService<Serializer>())));
        return builder;
    }
}

/// <summary>The names of the stores that grains ask for.</summary>
public static class GrainStores
{
    /// <summary>The store of the states that must survive: meetings' substance, delegations' inboxes and people.</summary>
    public const string Durable = "durable";
}
