using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Access;

/// <summary>JSON as it goes over the wire: camel case, names for enums, instants with their offset.</summary>
internal static class WireJson
{
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

    /// <summary>Reads instants only with an offset, since an hour of a day with a clock change may otherwise mean two instants or none.</summary>
    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
            if (DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)) return instant.ToUniversalTime();
            throw new JsonException(text.Contains("T24:", StringComparison.Ordinal)
                ? "There is no hour 24: write midnight as 00:00 of the next day."
                : "An instant is written with its offset, as in 2019-09-24T11:00:00-04:00.");
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
