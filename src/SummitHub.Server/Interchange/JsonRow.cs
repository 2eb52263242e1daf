using System.Collections.Immutable;
using System.Text.Json;

namespace SummitHub.Server.Interchange;

/// <summary>An object of a JSON document.</summary>
internal sealed class JsonRow(string file, JsonPlace place, ImportProblems problems) : ImportRow(file, place.Line, problems)
{
    /// <summary>The most elements of one list.</summary>
    public const int MostItems = 5_000;

    /// <summary>Its fields' names.</summary>
    public IEnumerable<string> Names => place.Fields.Keys;

    /// <summary>A field that is an object; an empty one, with the problem noted, where it is not.</summary>
    public JsonRow Row(string field)
    {
        if (place.Fields.TryGetValue(field, out var value) && value.Kind == JsonTokenType.StartObject) return new JsonRow(File, value, Problems);
        Wrong(field, "An object is expected.");
        return new JsonRow(File, JsonPlace.Nothing(LineOf(field)), Problems);
    }

    /// <summary>A field that is a list of objects.</summary>
    public IReadOnlyList<JsonRow> Rows(string field)
    {
        var rows = new List<JsonRow>();
        foreach (var item in Items(field))
        {
            if (item.Kind == JsonTokenType.StartObject) rows.Add(new JsonRow(File, item, Problems));
            else Wrong(field, $"Line {item.Line}: an object is expected.");
        }
        return rows;
    }

    /// <summary>A field that is a list of texts or numbers.</summary>
    public ImmutableArray<string> Texts(string field)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in Items(field))
        {
            if (item.Scalar is { Length: > 0 and <= 400 } text) texts.Add(text);
            else Wrong(field, $"Line {item.Line}: a text of at most 400 characters is expected.");
        }
        return texts.ToImmutable();
    }

    /// <summary>Checks that a document is of the summit that is imported.</summary>
    public void Belongs(SummitHead head)
    {
        if (Text("event") is { Length: > 0 } name && name != head.Id.Value) Wrong("event", $"'{name}' is not this summit, which is '{head.Id}'.");
        if (Text("time_zone") is { Length: > 0 } zone && zone != head.TimeZone) Wrong("time_zone", $"'{zone}' is not this summit's, which is '{head.TimeZone}'.");
    }

    /// <inheritdoc/>
    protected override string? Raw(string field) =>
        place.Fields.TryGetValue(field, out var value) && value.Scalar is { Length: > 0 } text ? text : null;

    /// <inheritdoc/>
    protected override int LineOf(string field) => place.Fields.TryGetValue(field, out var value) ? value.Line : Line;

    private List<JsonPlace> Items(string field)
    {
        if (!place.Fields.TryGetValue(field, out var value) || value.Kind != JsonTokenType.StartArray) Wrong(field, "A list is expected.");
        else if (value.Items.Count > MostItems) Wrong(field, $"The list has more than {MostItems} elements.");
        else return value.Items;
        return [];
    }
}
