using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SummitHub.Grains.Access;

/// <summary>Puts who is let in into a silo.</summary>
public static class AccessHosting
{
    /// <summary>
    /// Adds what <see cref="Contracts.Access.IAccessGrain"/> needs. The silo also needs a grain storage named
    /// <see cref="Storage.GrainStores.Durable"/>, an <see cref="AuditStore"/> and a <see cref="Journal.JournalChain"/>; a server that lets people in registers its own <see cref="IAccessBell"/>.
    /// </summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IAccessBell, SilentAccessBell>();
        return services;
    }
}
