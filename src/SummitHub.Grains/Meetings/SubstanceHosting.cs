using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SummitHub.Grains.Meetings;

/// <summary>Puts the substance of meetings into a silo.</summary>
public static class SubstanceHosting
{
    /// <summary>
    /// Adds what <see cref="Contracts.Meetings.IMeetingGrain"/> needs. The silo also needs a grain storage named
    /// <see cref="Storage.GrainStores.Durable"/>, a <see cref="Keys.KeyFile"/>, an <see cref="Programme.IProgrammeReader"/>, the summits' clocks, and a reminder service.
    /// </summary>
    /// <param name="services">The silo's services.</param>
    /// <param name="configure">Sets what is not as usual.</param>
    public static IServiceCollection AddSubstance(this IServiceCollection services, Action<SubstanceOptions>? configure = null)
    {
        services.AddOptions<SubstanceOptions>()
            .Configure(configure ?? (_ => { }))
            .Validate(o => o.RetryAfter > TimeSpan.Zero && o.RetryAtMost >= o.RetryAfter, "The record's retries must wait a while.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<DataKeys>();
        services.TryAddSingleton<RecordSeal>();
        return services;
    }
}
