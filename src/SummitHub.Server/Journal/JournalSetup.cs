using SummitHub.Grains.Journal;
using SummitHub.Grains.Keys;

namespace SummitHub.Server.Journal;

/// <summary>Sets the log's store up: embedded or Redis, witnessed, with its key.</summary>
internal static class JournalSetup
{
    public static IServiceCollection AddJournal(this IServiceCollection services, SummitHubOptions options)
    {
        Directory.CreateDirectory(options.Data);
        services.AddSingleton(provider => new JournalChain(provider.GetRequiredService<KeyFile>().Chain));
        services.AddSingleton<IJournalStore>(_ => new WitnessedJournalStore(
            options.Redis is { } redis ? new RedisJournalStore(redis) : new SqliteJournalStore(Path.Combine(options.Data, SummitHubOptions.JournalFile)),
            Path.Combine(options.Data, "witness")));
        services.AddHostedService<StoreProof>();
        return services;
    }
}
