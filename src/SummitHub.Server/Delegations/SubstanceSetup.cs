using SummitHub.Grains.Delegations;
using SummitHub.Grains.Meetings;

namespace SummitHub.Server.Delegations;

/// <summary>Sets up what meetings and delegations need where grains are held.</summary>
internal static class SubstanceSetup
{
    public static IServiceCollection AddSubstanceAndInboxes(this IServiceCollection services, SummitHubOptions options)
    {
        if (!options.HoldsGrains) return services;
        services.AddSubstance();
        services.AddDelegations();
        services.AddHostedService<NudgeFromReplicas>();
        return services;
    }
}
