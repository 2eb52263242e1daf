using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Access;

/// <summary>JSON as it goes over the wire: camel case, names for enums, instants with their offset.</summary>
internal static class WireJson
{
    private static readonly string[] InstantForms =
    [
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    /// <summary>A value as it is written.</summary>
    public static string Name(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Sets the options of an edge.</summary>
    public static void Shape(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 16;
        // Ranks are written as in the speakers' list: HS, HG, M.
        options.Converters.Add(new JsonStringEnumConverter<Level>(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new InstantConverter());
    }

    /// <summary>
    /// Sets the options of an edge that is sent bodies: nothing that is missing is guessed and nothing that is not known is passed over,
    /// since a meeting booked without the room whose field was misspelt is worse than a refusal.
    /// </summary>
    public static void ShapeStrictly(JsonSerializerOptions options)
    {
        Shape(options);
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectRequiredConstructorParameters = true;
        options.RespectNullableAnnotations = true;
        options.AllowDuplicateProperties = false;
    }

    /// <summary>Reads an instant as it stands in a body or an address. 24:00 is none, and one without an offset may be two or none.</summary>
    /// <exception cref="FormatException">It is not of that form; the message says what is.</exception>
    public static DateTimeOffset Instant(string text) =>
        DateTimeOffset.TryParseExact(text, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : throw new FormatException(text.Contains("T24:", StringComparison.Ordinal)
                ? "There is no hour 24: write midnight as 00:00 of the next day."
                : "An instant is written with its offset, as in 2019-09-24T11:00:00-04:00.");

    /// <summary>Reads instants only with an offset, since an hour of a day with a clock change may otherwise mean two instants or none.</summary>
    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return Instant(reader.TokenType == JsonTokenType.String ? reader.GetString()! : "");
            }
            catch (FormatException wrong)
            {
                throw new JsonException(wrong.Message);
            }
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
