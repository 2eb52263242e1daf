using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.SignalR;
using SummitHub.Contracts.Board;
using SummitHub.Server.Access;

namespace SummitHub.Server.Board;

/// <summary>
/// Writes what stands in many frames once: the text of a row that was sized is kept for as long as somebody holds the row, and the hub's
/// protocol takes it as it is. Thread-safe.
/// </summary>
internal sealed class RowTexts
{
    // Versions, cursor and the names of a frame's parts; it need not be exact.
    private const int BytesAroundRows = 192;

    private readonly ConditionalWeakTable<object, byte[]> texts = [];
    private readonly JsonSerializerOptions plain = new JsonHubProtocolOptions().PayloadSerializerOptions;

    public RowTexts() => WireJson.Shape(plain);

    /// <summary>Sets the options of the hub's protocol: <see cref="WireJson"/>, with rows from here.</summary>
    public void Shape(JsonSerializerOptions options)
    {
        WireJson.Shape(options);
        options.Converters.Insert(0, new Kept<MeetingRow>(this));
        options.Converters.Insert(0, new Kept<CommitmentRow>(this));
    }

    /// <summary>How many bytes a frame takes, near enough. Its rows are written here, and not again when it is sent.</summary>
    public int Size(BoardDelta delta)
    {
        var size = BytesAroundRows;
        foreach (var row in delta.Meetings) size += Text(row).Length + 1;
        foreach (var row in delta.Commitments) size += Text(row).Length + 1;
        foreach (var id in delta.Gone) size += id.Value.Length + 3;
        foreach (var id in delta.GoneCommitments) size += id.Value.Length + 3;
        return size;
    }

    // Two that come at once both write it, to the same effect.
    private byte[] Text<T>(T row)
        where T : class => texts.TryGetValue(row, out var text) ? text : texts.GetValue(row, _ => JsonSerializer.SerializeToUtf8Bytes(row, plain));

    private sealed class Kept<T>(RowTexts rows) : JsonConverter<T>
        where T : class
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize<T>(ref reader, rows.plain);

        // What is sent once, as in a snapshot, is not worth keeping.
        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            if (rows.texts.TryGetValue(value, out var text)) writer.WriteRawValue(text, skipInputValidation: true);
            else JsonSerializer.Serialize(writer, value, rows.plain);
        }
    }
}
