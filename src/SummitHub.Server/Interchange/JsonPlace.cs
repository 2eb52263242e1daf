using System.Text;
using System.Text.Json;

namespace SummitHub.Server.Interchange;

/// <summary>A value of a JSON document that knows the line it stands on, which <see cref="JsonDocument"/> does not tell.</summary>
internal sealed class JsonPlace
{
    private JsonPlace(JsonTokenType kind, int line)
    {
        Kind = kind;
        Line = line;
    }

    /// <summary>What it is: the token it begins with.</summary>
    public JsonTokenType Kind { get; }

    /// <summary>Its line, from one.</summary>
    public int Line { get; }

    /// <summary>The text of a string, or a number, true or false as written; null for null, objects and arrays.</summary>
    public string? Scalar { get; private set; }

    /// <summary>The fields of an object.</summary>
    public Dictionary<string, JsonPlace> Fields { get; } = [];

    /// <summary>The elements of an array.</summary>
    public List<JsonPlace> Items { get; } = [];

    /// <summary>An object without fields, in place of one that is missing.</summary>
    public static JsonPlace Nothing(int line) => new(JsonTokenType.StartObject, line);

    /// <summary>Reads a document; null, with the problem noted, where it is malformed or does not begin with an object.</summary>
    public static JsonPlace? Read(string folder, string file, ImportProblems problems)
    {
        if (ImportFile.Read(folder, file, problems) is not { } text) return null;
        try
        {
            var walk = new Walk(Encoding.UTF8.GetBytes(text), file, problems);
            var root = walk.Document();
            if (root.Kind == JsonTokenType.StartObject) return root;
            problems.Add(file, root.Line, "", "The document is not an object.");
        }
        catch (JsonException bad)
        {
            problems.Add(file, (int)(bad.LineNumber ?? 0) + 1, "", $"The JSON is malformed: {bad.Message}");
        }
        return null;
    }

    private ref struct Walk(ReadOnlySpan<byte> bytes, string file, ImportProblems problems)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private Utf8JsonReader _reader = new(bytes);
        private int _counted;
        private int _line = 1;

        public JsonPlace Document()
        {
            _reader.Read();
            var root = Value();
            _reader.Read();
            return root;
        }

        private JsonPlace Value()
        {
            var place = new JsonPlace(_reader.TokenType, Line());
            if (_reader.TokenType == JsonTokenType.StartObject) Object(place);
            else if (_reader.TokenType == JsonTokenType.StartArray) Array(place);
            else if (_reader.TokenType == JsonTokenType.String) place.Scalar = _reader.GetString();
            else if (_reader.TokenType != JsonTokenType.Null) place.Scalar = Encoding.UTF8.GetString(_reader.ValueSpan);
            return place;
        }

        private void Object(JsonPlace place)
        {
            while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
            {
                var (name, line) = (_reader.GetString()!, Line());
                _reader.Read();
                if (!place.Fields.TryAdd(name, Value())) problems.Add(file, line, name, "The field is there twice.");
            }
        }

        private void Array(JsonPlace place)
        {
            while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray) place.Items.Add(Value());
        }

        private int Line()
        {
            var start = (int)_reader.TokenStartIndex;
            _line += _bytes[_counted..start].Count((byte)'\n');
            _counted = start;
            return _line;
        }
    }
}
