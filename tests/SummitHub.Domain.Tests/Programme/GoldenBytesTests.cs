using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>
/// The bytes of every contract, as they go over the wire and into the log. A log of last year must be read by the server of next year, and two
/// versions talk while one replaces the other: so what was written once is read forever. Each line of <c>Golden/*.txt</c> is an alias and its
/// bytes; the last line of an alias is what is written now, those before it are what was written earlier.
/// </summary>
public sealed class GoldenBytesTests
{
    private static readonly Assembly Contracts = typeof(Operation).Assembly;

    private static readonly Serializer Serializer =
        new ServiceCollection().AddSerializer(b => b.AddAssembly(Contracts)).BuildServiceProvider().GetRequiredService<Serializer>();

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Programme", "Golden");
    private static readonly string EnumsFile = Path.Combine(Folder, "Enums.txt");
    private static readonly ILookup<string, string> Golden = Lines(Directory.EnumerateFiles(Folder, "*.txt").Where(f => f != EnumsFile));
    private static readonly ILookup<string, string> GoldenEnums = Lines([EnumsFile]);

    private static Type[] Types { get; } =
    [
        .. Contracts.GetTypes()
            .Where(t => t.GetCustomAttribute<GenerateSerializerAttribute>(inherit: false) is not null && !t.IsAbstract && !t.IsEnum && !t.IsSubclassOf(typeof(Exception)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_contract_is_written_as_it_was()
    {
        var differ = Types.Where(t => Golden[AliasOf(t)].LastOrDefault() != Written(t)).ToList();

        Assert.True(differ.Count == 0, $"""
            The bytes of {differ.Count} contracts are not in tests/SummitHub.Domain.Tests/Programme/Golden.
            If a contract is new, or has a new field under a new [Id], add its line below at the end of the file of its folder, and leave the
            lines it has: they stay readable. If you changed or removed a field or an alias, do not: logs that hold it could not be read.
            {string.Join('\n', differ.Select(t => $"{t.Namespace!.Split('.')[^1]}.txt: {AliasOf(t)} {Written(t)}"))}
            """);
    }

    [Fact]
    public void What_was_ever_written_is_still_read()
    {
        var byAlias = Types.ToDictionary(AliasOf);
        foreach (var line in Golden)
        {
            Assert.True(byAlias.ContainsKey(line.Key), $"{line.Key} was written once: its contract must stay, or logs that hold it cannot be read.");
            var sample = GoldenSamples.Of(byAlias[line.Key]);
            foreach (var (hex, last) in line.Select((h, i) => (h, i == line.Count() - 1)))
            {
                var read = Serializer.Deserialize<object>(Convert.FromHexString(hex));
                Assert.IsType(sample.GetType(), read);
                AssertSame(sample, read, mayLack: !last);
            }
        }
    }

    [Fact]
    public void Names_and_numbers_of_enumerations_stand()
    {
        var enums = Contracts.GetTypes().Where(t => t.IsEnum && t.GetCustomAttribute<GenerateSerializerAttribute>(inherit: false) is not null).OrderBy(AliasOf, StringComparer.Ordinal).ToList();
        var differ = enums.Where(t => GoldenEnums[AliasOf(t)].LastOrDefault() != Numbers(t)).Select(t => $"Enums.txt: {AliasOf(t)} {Numbers(t)}").ToList();

        Assert.True(differ.Count == 0, "A value may be added with a number of its own, no number may change. If that is what you did, write:\n" + string.Join('\n', differ));
    }

    [Fact]
    public void Every_command_and_event_has_an_alias_of_its_own()
    {
        var serializable = Contracts.GetTypes().Where(t => t.GetCustomAttribute<GenerateSerializerAttribute>(inherit: false) is not null).ToList();

        Assert.All(serializable, t => Assert.StartsWith("summithub.", AliasOf(t), StringComparison.Ordinal));
        Assert.Equal(serializable.Count, serializable.Select(AliasOf).Distinct().Count());
        Assert.True(serializable.Count > 100, "Where are the contracts?");
    }

    private static ILookup<string, string> Lines(IEnumerable<string> files) => files
        .SelectMany(File.ReadLines)
        .Where(line => line.Length > 0)
        .Select(line => line.Split(' '))
        .ToLookup(words => words[0], words => words[1]);

    private static string AliasOf(Type type) => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias ?? type.FullName!;

    private static string Written(Type type) => Convert.ToHexStringLower(Serializer.SerializeToArray(GoldenSamples.Of(type)));

    private static string Numbers(Type type) => string.Join(',', Enum.GetValues(type).Cast<object>().Select(v => $"{v}={Convert.ToInt64(v)}"));

    /// <summary>Field by field; bytes of before may lack a field that was added since, which is then empty.</summary>
    private static void AssertSame(object sample, object read, bool mayLack)
    {
        foreach (var property in sample.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0))
        {
            var (expected, actual) = (Text(property.GetValue(sample)), Text(property.GetValue(read)));
            if (mayLack && Lacks(JsonNode.Parse(expected), JsonNode.Parse(actual))) continue;
            Assert.Equal((property.Name, expected), (property.Name, actual));
        }
    }

    /// <summary>Whether what was read is the sample but for fields that are empty, at any depth: a contract within another may have been added to.</summary>
    private static bool Lacks(JsonNode? sample, JsonNode? read) => (sample, read) switch
    {
        (_, null) => true,
        (JsonObject one, JsonObject other) => one.All(field => Lacks(field.Value, other[field.Key])),
        (JsonArray one, JsonArray other) => other.Count == 0 || (one.Count == other.Count && one.Zip(other).All(pair => Lacks(pair.First, pair.Second))),
        _ => read.ToJsonString() is "0" or "false" or "\"\"" || JsonNode.DeepEquals(sample, read),
    };

    private static string Text(object? value) => JsonSerializer.Serialize(value, value?.GetType() ?? typeof(object), Options);

    private static JsonSerializerOptions Options { get; } = new() { Converters = { new ByRuntimeType<ProgrammeCommand>(), new ByRuntimeType<ProgrammeEvent>() } };

    /// <summary>Writes commands and events with all that their own kind holds.</summary>
    private sealed class ByRuntimeType<T> : System.Text.Json.Serialization.JsonConverter<T>
        where T : class
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(T);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }
}
