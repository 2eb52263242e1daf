using System.Collections.Immutable;

namespace SummitHub.Contracts.Summits;

/// <summary>A State, observer, organisation, or the Secretary-General's office.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Alpha2">Its ISO 3166-1 alpha-2 code, if it has one.</param>
/// <param name="Kind">What it is: <c>member_state</c>, <c>observer_state</c>, <c>observer_organization</c>, <c>un_organ</c>.</param>
/// <param name="Names">Its names by language; English is always among them.</param>
/// <param name="Languages">The languages it works in, BCP 47, most used first.</param>
[GenerateSerializer, Immutable, Alias("summithub.Delegation")]
public sealed record Delegation(
    [property: Id(0)] DelegationCode Code,
    [property: Id(1)] string? Alpha2,
    [property: Id(2)] string Kind,
    [property: Id(3)] ImmutableArray<LocalName> Names,
    [property: Id(4)] ImmutableArray<string> Languages)
{
    /// <summary>Its name in a language, or in English.</summary>
    public string NameIn(string language) =>
        Names.FirstOrDefault(n => n.Language == language)?.Text
        ?? Names.FirstOrDefault(n => n.Language == "en")?.Text
        ?? Code.Value;
}

/// <summary>A person whose time is planned. The person is the unit, whatever his offices: he is never in two places at once.</summary>
/// <param name="Id">His name in commands.</param>
/// <param name="Delegation">The delegation he belongs to.</param>
/// <param name="Name">His name in Latin script; null where it is not known.</param>
/// <param name="NativeName">His name in his own or another script, if known.</param>
/// <param name="Office">His office, in English.</param>
/// <param name="Level">His rank.</param>
/// <param name="Present">When he is in town; null where that is not known and so not a rule.</param>
[GenerateSerializer, Immutable, Alias("summithub.Principal")]
public sealed record Principal(
    [property: Id(0)] PrincipalId Id,
    [property: Id(1)] DelegationCode Delegation,
    [property: Id(2)] string? Name,
    [property: Id(3)] LocalName? NativeName,
    [property: Id(4)] string Office,
    [property: Id(5)] Level Level,
    [property: Id(6)] Interval? Present);

/// <summary>An interpreter, who is in one meeting at a time.</summary>
/// <param name="Id">His name in commands.</param>
/// <param name="Name">What he is called.</param>
/// <param name="Pairs">The pairs he works in, such as <c>kk-pl</c>.</param>
[GenerateSerializer, Immutable, Alias("summithub.Interpreter")]
public sealed record Interpreter(
    [property: Id(0)] InterpreterId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] ImmutableArray<string> Pairs);
