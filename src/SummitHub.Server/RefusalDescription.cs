using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SummitHub.Contracts.Programme;
using SummitHub.Server.Words;

namespace SummitHub.Server;

/// <summary>Problem details (RFC 9457) in the description of the interface: what they hold, and the reasons that each call may be refused for.</summary>
internal static class RefusalDescription
{
    private const string Problem = "Problem";

    private static readonly Dictionary<int, string> Statuses = new()
    {
        [400] = "What was sent cannot be read or lies out of its bounds: the detail says what and where.",
        [401] = "Nobody is signed in, or the pass holds no more.",
        [403] = "That is not the caller's to do, or his pass is not for it.",
        [404] = "There is no such thing, or the caller may not know of it.",
        [409] = "A rule says no, or nothing would change: what is in the way and what would do instead are beside it.",
        [410] = "It was good once, and is not any more.",
        [412] = "The meeting has changed since the version in If-Match: read it again.",
        [413] = "The body is too large.",
        [415] = "The body is not application/json.",
        [422] = "The key was used for another command.",
        [428] = "A change to a plan names the version it was made on.",
        [429] = "The caller calls too often: Retry-After says how long to wait.",
        [503] = "It could not be confirmed: Retry-After says how long to wait. Asking again under the same Idempotency-Key is safe.",
    };

    /// <summary>Describes problem details once, for all operations.</summary>
    public static void AddTo(OpenApiDocument document) => document.AddComponent(Problem, ProblemDetails());

    /// <summary>Says for which reasons an operation is refused with a status.</summary>
    public static void AddTo(OpenApiOperation operation, OpenApiDocument document, int status, IReadOnlyList<string> reasons) => (operation.Responses ??= [])[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
    {
        Description = Statuses[status],
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new()
            {
                Schema = new OpenApiSchema { AllOf = [new OpenApiSchemaReference(Problem, document), Of(("reason", new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. reasons.Select(r => JsonValue.Create(r))] }))] },
            },
        },
    };

    private static OpenApiSchema ProblemDetails() => Of(
        ("title", Text("The reason once more.")),
        ("status", new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The status." }),
        ("detail", Text("A sentence for people, in English.")),
        ("reason", Text($"Why, as a name: {string.Join(" ", Enum.GetValues<RefusalReason>().Select(Meaning))}")),
        ("meeting", Text("The meeting of which it is said, if it is of one.")),
        ("conflictsWith", new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.Object }, Description = "What is in the way, as far as the caller may read it: meeting, parties, commitment, kind, principal, person, venue, when." }),
        ("alternatives", new OpenApiSchema { Type = JsonSchemaType.Array, MaxItems = 3, Items = new OpenApiSchema { Type = JsonSchemaType.Object }, Description = "Slots that would do instead: start, end, venue." }));

    private static OpenApiSchema Of(params (string Name, OpenApiSchema Schema)[] properties) =>
        new() { Type = JsonSchemaType.Object, Properties = properties.ToDictionary(p => p.Name, IOpenApiSchema (p) => p.Schema) };

    private static OpenApiSchema Text(string what) => new() { Type = JsonSchemaType.String, Description = what };

    private static string Meaning(RefusalReason reason) => $"{Wire(reason)} ({WordBook.Of(WordBook.Default)[$"rule.{Wire(reason)}"]}).";

    private static string Wire(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
