using System.Collections.Immutable;
using System.Reflection;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Tests.Programme;

/// <summary>A value of any contract with every field filled, always the same one: a contract that is added tomorrow has its sample today.</summary>
internal static class GoldenSamples
{
    private static readonly string EnumsFile = Path.Combine(AppContext.BaseDirectory, "Programme", "Golden", "Enums.txt");
    private static readonly DateTimeOffset Instant = new(2019, 9, 24, 14, 40, 0, TimeSpan.Zero);

    public static object Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Of(underlying);
        if (Simple(type) is { } simple) return simple;
        if (type.IsEnum) return Value(type);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return List(type.GenericTypeArguments[0]);
        if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITextId<>))) return Name(type);
        // Each command and event is pinned by itself; within another contract the same one always stands for all.
        if (type == typeof(RecordCommand)) return Of(typeof(OfferItem));
        if (type == typeof(ProgrammeCommand)) return Of(typeof(Cancel));
        if (type == typeof(ProgrammeEvent)) return Of(typeof(MeetingCancelled));
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length) ?? throw new InvalidOperationException($"{type} has no constructor to sample it by.");
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Of(p.ParameterType))]);
    }

    private static object? Simple(Type type) =>
        type == typeof(string) ? "Қазақстан \"1\""
        : type == typeof(bool) ? true
        : type == typeof(byte) ? (byte)0xA5
        : type == typeof(int) ? 42
        : type == typeof(long) ? 9_000_000_001L
        : type == typeof(double) ? 2.5
        : type == typeof(decimal) ? 1234.5m
        : type == typeof(UInt128) ? UInt128.MaxValue / 3
        : type == typeof(Guid) ? Guid.Parse("5a0f3c1e-7c1b-4b6e-9a53-0d2f6f7a1b2c")
        : type == typeof(DateTimeOffset) ? Instant
        : type == typeof(TimeSpan) ? TimeSpan.FromMinutes(20)
        : type == typeof(DateOnly) ? new DateOnly(2019, 9, 24)
        : type == typeof(TimeOnly) ? new TimeOnly(8, 30)
        : type == typeof(Interval) ? new Interval(Instant, Instant.AddMinutes(20))
        : null;

    private static object List(Type of)
    {
        object[] items = [Of(of)];
        var array = Array.CreateInstance(of, items.Length);
        items.CopyTo(array, 0);
        return typeof(ImmutableArray).GetMethods().Single(m => m.Name == nameof(ImmutableArray.Create) && m.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(of).Invoke(null, [array])!;
    }

    /// <summary>The last value of when the enumeration was first pinned: one that was added since changes no sample, and so no bytes.</summary>
    private static object Value(Type type)
    {
        var alias = type.GetCustomAttribute<AliasAttribute>()?.Alias;
        var pinned = File.ReadLines(EnumsFile).FirstOrDefault(line => line.StartsWith($"{alias} ", StringComparison.Ordinal));
        return pinned is null ? Enum.GetValues(type).Cast<object>().Last() : Enum.Parse(type, pinned[(pinned.LastIndexOf(',') + 1)..].Split(' ')[^1].Split('=')[0]);
    }

    private static object Name(Type type) =>
        type.GetMethod("Parse", [typeof(string)])!.Invoke(null, [type == typeof(DelegationCode) ? "KAZ" : "name-1"])!;
}
