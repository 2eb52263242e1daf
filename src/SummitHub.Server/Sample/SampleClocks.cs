using SummitHub.Contracts.Board;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Programme;
using SummitHub.Server.Board;

namespace SummitHub.Server.Sample;

/// <summary>The sample's own clock for the sample, the world's for every other summit.</summary>
internal sealed class SampleClocks(SampleSetting setting, SampleClock clock, TimeProvider world) : ISummitClocks, ISummitClockReadings
{
    private readonly WorldClockReadings _world = new(world);

    public TimeProvider Of(SummitId summit) => summit == setting.Head.Id ? clock : world;

    public SummitClock Read(SummitId summit) => summit == setting.Head.Id ? clock.Read() : _world.Read(summit);
}
