using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Server.Access;
using SummitHub.Server.Programme;

namespace SummitHub.Server;

/// <summary>Says in the description of the interface what routes alone do not: who may call, the headers of a change, and for what it is refused.</summary>
internal static class ApiDescription
{
    private const string Token = "token";
    private const string Session = "session";

    private static readonly (int Status, string Reason)[] Always = [(400, "notWellFormed"), (429, "tooManyCalls"), (503, "unavailable")];

    private static readonly (int Status, string Reason)[] OfASummit = [(401, "notSignedIn"), (403, "notYoursToDo"), (404, "noSuchSummit")];

    private static readonly (int Status, string Reason)[] OfWrites = [(403, "notFromOurPage"), (413, "bodyTooLarge"), (415, "notJson")];

    public static void Describe(OpenApiOptions options, SummitHubOptions limits)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "SummitHub", Version = "1", Description = About(limits) };
            RefusalDescription.AddTo(document);
            document.AddComponent<IOpenApiSecurityScheme>(Token, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token of a script, made at access/tokens for some of the scopes." });
            document.AddComponent<IOpenApiSecurityScheme>(Session, new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = SessionCookie.TlsName, Description = "A session, opened at /join; it holds every scope. Without TLS its name lacks the prefix." });
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITextId<>))) schema.Type = JsonSchemaType.String;
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context.Document!, context.Description.ActionDescriptor.EndpointMetadata, context.Description.HttpMethod == HttpMethods.Post, context.Description.RelativePath ?? "");
            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiOperation operation, OpenApiDocument document, IList<object> metadata, bool writes, string path)
    {
        var needed = metadata.OfType<NeededScopes>().Select(n => n.Scopes).FirstOrDefault(Scopes.None);
        var refusals = Always.Concat(metadata.OfType<PossibleRefusals>().SelectMany(p => p.Answers));
        if (writes)
        {
            refusals = refusals.Concat(OfWrites);
            Add(operation, CallGuards.KeyHeader, $"Names the operation: however often it is sent, it is done once. {CallKey.Form} A call without one carries {CallGuards.OwnPageHeader}, or a token.");
        }
        if (needed != Scopes.None)
        {
            refusals = refusals.Concat(OfASummit);
            operation.Security = [.. new[] { Token, Session }.Select(scheme => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [Wire(needed)] })];
            operation.Description = $"Needs a pass that is good for: {Wire(needed)}.";
        }
        if (path.EndsWith("{verb}", StringComparison.Ordinal)) refusals = refusals.Append((404, "noSuchVerb"));
        if (path.EndsWith("meetings/{meeting}/{verb}", StringComparison.Ordinal))
            Add(operation, "If-Match", $"The version of the meeting that the plan was made on, as in \"3\", or * for any. Facts take none: {string.Join(", ", MeetingVerbs.All.Where(v => !MeetingVerbs.IsPlan(v)))}.");
        if (metadata.OfType<PossibleRefusals>().Any(p => p.Answers.Any(a => a.Status == 412))) refusals = refusals.Append((428, "versionNeeded"));
        foreach (var status in refusals.GroupBy(r => r.Status).OrderBy(s => s.Key)) RefusalDescription.AddTo(operation, document, status.Key, [.. status.Select(r => r.Reason).Distinct().Order()]);
    }

    private static void Add(OpenApiOperation operation, string header, string what) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = header,
        In = ParameterLocation.Header,
        Description = what,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    });

    private static string Wire(Enum value) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string About(SummitHubOptions limits) =>
        "The live programme of a summit. Instants are ISO 8601 with their offset. A body is JSON of at most "
        + $"{CallGuards.LargestBody / 1024} KiB, and a field that is not known, is missing or stands there twice is refused. Everybody makes at most {limits.CallsPerMinute} calls a minute. "
        + "Every refusal is problem details (RFC 9457) with a reason: 409 is a rule's no, 503 the machine's. A version is the caller's own: it counts the changes "
        + "that he sees. A meeting's version is its ETag; a change to a plan names it in If-Match, a reported fact names none. Boards are live at /hubs/board (SignalR).";
}
