using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummitHub.Composed.Leaks;

/// <summary>What is filled in: of each kind of value something that is there, and for names the one that is tried.</summary>
/// <param name="Target">The name that is tried, in the place of every name that is not the summit's, a delegation's, a person's or a room's.</param>
/// <param name="Side">The delegation that is asked about.</param>
/// <param name="At">An instant of the summit that has passed.</param>
/// <param name="Verb">The verb, where one is asked for.</param>
internal sealed record Fill(string Target, string Side, DateTimeOffset At, string Verb)
{
    /// <summary>The day on which the meeting is held.</summary>
    public const string Day = "2019-09-30";

    private const string Start = "2019-09-30T17:00:00-04:00", End = "2019-09-30T17:20:00-04:00", Zone = "unhq-cb";
    private const int Deepest = 4;
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>What stands in an address.</summary>
    public string Text(string name, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.Name switch
        {
            "SummitId" => "unga74",
            "DelegationCode" => Side,
            "PrincipalId" => $"{Side.ToLowerInvariant()}-p1",
            "VenueId" => "booth-16",
            "ZoneId" => Zone,
            "DateOnly" => Day,
            "DateTimeOffset" => name.Contains("end", StringComparison.OrdinalIgnoreCase) ? End : name.Contains("occurred", StringComparison.OrdinalIgnoreCase) ? Instant(At) : Start,
            "Boolean" => "false",
            "Int64" => "0",
            "Int32" or "Double" or "Decimal" => "2",
            "String" => Named(name),
            _ when type.IsEnum => JsonNamingPolicy.CamelCase.ConvertName(Enum.GetNames(type)[0]),
            _ => Target,
        };
    }

    /// <summary>A body of a type: what must be there, or all that can be.</summary>
    public JsonNode? Body(Type type, bool all, bool override_) => Node("", type, all, override_, 0);

    private JsonNode? Node(string name, Type type, bool all, bool override_, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (depth > Deepest) return null;
        if (type == typeof(string)) return name is "Id" or "Verb" or "Target" ? Named(name) : "to see";
        if (type == typeof(bool)) return false;
        if (type.IsPrimitive || type == typeof(decimal)) return JsonValue.Create(type == typeof(long) ? 1 : 2);
        if (type.IsEnum || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>))) return Text(name, type);
        if (type.GetInterface("IDictionary`2") is not null || type.Name.StartsWith("IReadOnlyDictionary", StringComparison.Ordinal)) return new JsonObject();
        if (typeof(IEnumerable).IsAssignableFrom(type))
        {
            var of = type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
            var items = new JsonArray(Node(name, of, all, override_, depth + 1));
            // Two sides make a meeting.
            if (of.Name == "Party") items.Add((this with { Side = Side == "BWA" ? "LSO" : "BWA" }).Node(name, of, all, override_, depth + 1));
            return items;
        }

        var written = new JsonObject();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            if (property.Name is "Override" or "OnBehalf" ? !override_ : !all && !IsNeeded(type, property)) continue;
            if (Node(property.Name, property.PropertyType, all, override_, depth + 1) is { } value) written[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = value;
        }

        return written;
    }

    private string Named(string name) => name.ToLowerInvariant() switch
    {
        "summit" => "unga74",
        "code" or "delegation" or "side" => Side,
        "verb" => Verb,
        "day" => Day,
        "at" => Instant(At),
        "before" => "2030-01-01T00:00:00Z",
        "lang" => "en",
        "venue" or "room" => "booth-16",
        _ => Target,
    };

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture).Replace("+00:00", "Z", StringComparison.Ordinal);

    private static bool IsNeeded(Type type, PropertyInfo property) =>
        property.GetCustomAttribute<RequiredMemberAttribute>() is not null
        || type.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.Name == property.Name && !p.HasDefaultValue)
        && (property.PropertyType.IsValueType ? Nullable.GetUnderlyingType(property.PropertyType) is null : Nullability.Create(property).WriteState != NullabilityState.Nullable);
}
