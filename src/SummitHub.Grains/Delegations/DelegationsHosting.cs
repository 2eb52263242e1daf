using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SummitHub.Grains.Delegations;

/// <summary>Puts delegations and their notices into a silo.</summary>
public static class DelegationsHosting
{
    /// <summary>
    /// Adds what <see cref="Contracts.Delegations.IDelegationGrain"/> needs, and the <see cref="NoticeNudger"/> that the replica tells
    /// of every entry. The silo also needs a grain storage named <see cref="Storage.GrainStores.Durable"/> and an
    /// <see cref="Programme.IProgrammeReader"/>; a server with boards registers its own <see cref="INoticeBell"/>.
    /// </summary>
    public static IServiceCollection AddDelegations(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<INoticeBell, SilentBell>();
        services.TryAddSingleton<NoticeNudger>();
        services.AddHostedService(s => s.GetRequiredService<NoticeNudger>());
        return services;
    }
}
