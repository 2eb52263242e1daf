using System.Text.Json;
using SummitHub.Contracts.Access;

namespace SummitHub.Server.Access;

/// <summary>The ways in which a route may say no of itself, for the description of the interface. What every call passes is not among them.</summary>
/// <param name="Answers">The status of each with its reason.</param>
internal sealed record PossibleRefusals(IReadOnlyList<(int Status, string Reason)> Answers);

/// <summary>Says of routes how they may refuse.</summary>
internal static class PossibleRefusalsNaming
{
    /// <summary>Says how routes may refuse.</summary>
    public static TBuilder MayRefuse<TBuilder>(this TBuilder routes, IEnumerable<(int Status, string Reason)> answers)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new PossibleRefusals([.. answers]));

    /// <summary>Says for which reasons of the door's routes may refuse.</summary>
    public static TBuilder MayRefuse<TBuilder>(this TBuilder routes, params IEnumerable<AccessRefusalReason> reasons)
        where TBuilder : IEndpointConventionBuilder => routes.MayRefuse(reasons.Select(r => (AccessProblems.StatusOf(r), JsonNamingPolicy.CamelCase.ConvertName(r.ToString()))));
}
