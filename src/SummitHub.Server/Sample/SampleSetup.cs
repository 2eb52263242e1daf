using SummitHub.Grains.Programme;
using SummitHub.Server.Board;
using SummitHub.Server.Interchange;

namespace SummitHub.Server.Sample;

/// <summary>Sets the sample up, where the options name one.</summary>
internal static class SampleSetup
{
    /// <summary>Adds the sample, its clock and its script. Comes after the clocks and boards it takes the place of.</summary>
    public static IServiceCollection AddSample(this IServiceCollection services, SummitHubOptions options)
    {
        if (options.SampleName is null) return services;
        var setting = SampleSetting.Of(options);
        services.AddSingleton(setting);
        services.AddSingleton(provider => new SampleClock(
            provider.GetRequiredService<TimeProvider>(), setting.Head.EnteredAt, setting.Head.EndsAt));
        services.AddSingleton<SampleClocks>();
        services.AddSingleton<ISummitClocks>(provider => provider.GetRequiredService<SampleClocks>());
        services.AddSingleton<ISummitClockReadings>(provider => provider.GetRequiredService<SampleClocks>());
        services.AddSingleton<ISummitCommands>(provider => ActivatorUtilities.CreateInstance<GrainCommands>(provider, setting.Head.Id));
        services.AddSingleton<SummitEntry>();
        services.AddSingleton<SamplePlay>();
        services.AddSingleton<SampleSummit>();
        services.AddHostedService<SampleRunner>();
        services.AddHealthChecks().AddCheck<SampleHealth>("sample");
        return services;
    }
}
