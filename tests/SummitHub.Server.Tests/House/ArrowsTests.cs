using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using SummitHub.Contracts.Programme;
using SummitHub.Domain.Programme;
using SummitHub.Grains.Programme;

namespace SummitHub.Server.Tests.House;

/// <summary>The house has straight stairs: projects use only those below them, features only those before them.</summary>
public sealed class ArrowsTests
{
    private static readonly string[] Layers = ["Contracts", "Domain", "Grains", "Server"];

    private static readonly string[] Features =
    [
        "Summits", "Keys", "Journal", "Storage", "Access", "Programme", "Planner", "Meetings", "Notices", "Delegations", "Board", "Interchange", "Sample", "Words", "Pages", "Feeds",
    ];

    private static readonly Architecture House = new ArchLoader()
        .LoadAssemblies(typeof(Operation).Assembly, typeof(ProgrammeState).Assembly, typeof(ProgrammeReplica).Assembly, typeof(SummitHubOptions).Assembly)
        .Build();

    private static readonly List<(Room From, Room To, string What)> Arrows = [.. ReadArrows()];

    [Fact]
    public void Projects_use_only_those_below_them()
    {
        Assert.NotEmpty(Arrows);
        Assert.Empty(Arrows.Where(a => Array.IndexOf(Layers, a.To.Layer) > Array.IndexOf(Layers, a.From.Layer)).Select(a => a.What).Order());
    }

    [Fact]
    public void Features_use_only_those_before_them()
    {
        var between = Arrows.Where(a => a.From.Feature is not null && a.To.Feature is not null && a.From.Feature != a.To.Feature).ToList();
        Assert.NotEmpty(between);
        Assert.Empty(between.Where(a => Array.IndexOf(Features, a.To.Feature) > Array.IndexOf(Features, a.From.Feature)).Select(a => a.What).Order());
    }

    [Fact]
    public void Every_feature_folder_has_its_place_in_the_order() =>
        Assert.Empty(Arrows.Select(a => a.From.Feature).Where(f => f is not null && !Features.Contains(f)).Distinct());

    private static IEnumerable<(Room From, Room To, string What)> ReadArrows() =>
        from type in House.Types
        where RoomOf(type.FullName) is not null
        from dependency in type.Dependencies
        let to = RoomOf(dependency.Target.FullName)
        where to is not null
        select (RoomOf(type.FullName)!, to, $"{type.FullName} -> {dependency.Target.FullName}");

    private static Room? RoomOf(string fullName)
    {
        var parts = fullName.Split('.');
        if (parts is not ["SummitHub", var layer, ..] || !Layers.Contains(layer)) return null;
        // What stands in no feature folder (options, the generated Program) belongs to its project alone.
        return new Room(layer, parts.Length > 3 ? parts[2] : null);
    }

    private sealed record Room(string Layer, string? Feature);
}
