using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitHub.Load.Fanout;

/// <summary>JSON that is written as it is: the cheapest argument a hub can be given.</summary>
/// <param name="Text">The bytes.</param>
[JsonConverter(typeof(Writer))]
internal sealed record RawJson(byte[] Text)
{
    private sealed class Writer : JsonConverter<RawJson>
    {
        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Text, skipInputValidation: true);
    }
}
