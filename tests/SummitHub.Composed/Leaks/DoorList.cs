using System.Collections.Immutable;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.SignalR;

namespace SummitHub.Composed.Leaks;

/// <summary>The doors of a running server, as it itself routes calls: one that is built tomorrow is in the list tomorrow.</summary>
internal static class DoorList
{
    /// <summary>Every route of the server, by every method that it takes.</summary>
    public static ImmutableArray<Door> Of(IServiceProvider server) =>
    [
        .. Routes(server).SelectMany(route => (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => Of(method, route)))
            .DistinctBy(door => (door.Name, door.IsPage)).OrderBy(door => door.Name, StringComparer.Ordinal),
    ];

    /// <summary>Every method of every hub that a line can call.</summary>
    public static ImmutableArray<MethodInfo> OfHubs(IServiceProvider server) =>
    [
        .. Routes(server).Select(route => route.Metadata.GetMetadata<HubMetadata>()?.HubType).OfType<Type>().Distinct()
            .SelectMany(hub => hub.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetBaseDefinition() == method && !method.IsSpecialName),
    ];

    private static IEnumerable<RouteEndpoint> Routes(IServiceProvider server) => server.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static Door Of(string method, RouteEndpoint route)
    {
        var page = route.Metadata.OfType<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>().FirstOrDefault()?.Type;
        var inPath = route.RoutePattern.Parameters.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var asked = page is null
            ? (route.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? []).Where(p => p.Name is not null && IsText(p.ParameterType)).Select(p => (Name: p.Name!, Type: p.ParameterType))
            : page.GetProperties().Where(IsAsked).Select(p => (p.Name, Type: p.PropertyType));
        var named = asked.Select(a => new Blank(a.Name, inPath.Contains(a.Name), a.Type)).ToList();
        var rest = inPath.Where(name => named.TrueForAll(n => !n.InPath || !n.Name.Equals(name, StringComparison.OrdinalIgnoreCase))).Select(name => new Blank(name, true, typeof(string)));
        return new(method, "/" + route.RoutePattern.RawText!.Trim('/'), [.. named, .. rest], route.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType, page is not null);
    }

    private static bool IsAsked(PropertyInfo property) =>
        property.GetCustomAttribute<ParameterAttribute>() is not null || property.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not null;

    /// <summary>Whether a value is read from the text of an address; what is not, such as a service, is no blank.</summary>
    private static bool IsText(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) || type.IsEnum || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>));
    }
}
