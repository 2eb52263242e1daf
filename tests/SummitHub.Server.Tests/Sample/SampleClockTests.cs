using Microsoft.Extensions.Time.Testing;
using SummitHub.Contracts.Board;
using SummitHub.Server.Sample;

namespace SummitHub.Server.Tests.Sample;

public sealed class SampleClockTests
{
    private static readonly DateTimeOffset Opens = DateTimeOffset.Parse("2019-09-24T14:40:00Z");
    private static readonly DateTimeOffset Ends = DateTimeOffset.Parse("2019-10-01T03:59:00Z");

    private readonly FakeTimeProvider _real = new(DateTimeOffset.Parse("2031-01-01T00:00:00Z"));
    private readonly SampleClock _clock;

    public SampleClockTests() => _clock = new SampleClock(_real, Opens, Ends);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 90)]
    [InlineData(10, 900)]
    [InlineData(60, 5400)]
    public void It_runs_at_its_rate(double rate, int seconds)
    {
        _clock.Run(rate);

        _real.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(Opens.AddSeconds(seconds), _clock.GetUtcNow());
    }

    [Fact]
    public void A_change_of_rate_neither_loses_nor_repeats_time()
    {
        _clock.Run(1);
        _real.Advance(TimeSpan.FromSeconds(30));
        _clock.Run(60);
        _real.Advance(TimeSpan.FromSeconds(2));
        _clock.Run(0);
        _real.Advance(TimeSpan.FromHours(5));

        Assert.Equal(Opens.AddSeconds(30 + 120), _clock.GetUtcNow());
    }

    [Fact]
    public void It_is_set_forward_only()
    {
        _clock.Run(1);
        _clock.Advance(Opens.AddHours(2));
        _clock.Advance(Opens.AddHours(1));
        _real.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Opens.AddHours(2).AddMinutes(1), _clock.GetUtcNow());
    }

    [Fact]
    public void It_stops_at_the_end_of_the_summit()
    {
        _clock.Run(60);
        _real.Advance(TimeSpan.FromDays(3));

        Assert.Equal(Ends, _clock.GetUtcNow());
    }

    [Fact]
    public void Its_reading_is_what_boards_reckon_with()
    {
        _clock.Run(10);
        _real.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(new SummitClock(Opens.AddMinutes(1), _real.GetUtcNow(), 10, Sample: true, Playing: true), _clock.Read());
    }

    [Fact]
    public void Whoever_listens_is_told_when_it_is_set_but_not_while_it_runs()
    {
        var told = new List<SummitClock>();
        _clock.Changed += told.Add;

        _clock.Run(10);
        _real.Advance(TimeSpan.FromMinutes(1));
        _clock.Play(false);
        _clock.Advance(Opens.AddDays(1));

        Assert.Equal([(10, true), (10, false), (10, false)], told.Select(c => ((int)c.Rate, c.Playing)));
        Assert.Equal([Opens, Opens.AddMinutes(10), Opens.AddDays(1)], told.Select(c => c.SummitTime));
    }

    [Fact]
    public void What_is_kept_of_it_survives_a_restart_and_a_torn_file_is_as_none()
    {
        var folder = Directory.CreateTempSubdirectory("summithub-clock-").FullName;
        var path = Path.Combine(folder, "made", "clock.json");
        var kept = new SampleFile(Opens.AddMinutes(7), 10, Playing: false, Opened: true);

        Assert.Null(SampleFile.Read(path));
        kept.Write(path);
        (kept with { Rate = 60 }).Write(path);
        Assert.Equal(kept with { Rate = 60 }, SampleFile.Read(path));
        File.WriteAllText(path, "{\"SummitTime\":\"20");
        Assert.Null(SampleFile.Read(path));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void After_a_restart_it_goes_on_from_where_it_was()
    {
        _clock.Begin(Opens.AddMinutes(7), 10, playing: true);
        _real.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(Opens.AddMinutes(8), _clock.GetUtcNow());
    }
}
