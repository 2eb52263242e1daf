using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Programme;

namespace SummitHub.Grains.Tests.Clusters;

/// <summary>A clock for each summit that a test sets; the world's for all others.</summary>
internal sealed class SetClocks : ISummitClocks
{
    private readonly ConcurrentDictionary<SummitId, FakeTimeProvider> _clocks = new();

    public TimeProvider Of(SummitId summit) => _clocks.TryGetValue(summit, out var clock) ? clock : TimeProvider.System;

    public void Set(SummitId summit, DateTimeOffset now) => _clocks.AddOrUpdate(summit, _ => new FakeTimeProvider(now), (_, clock) =>
    {
        clock.SetUtcNow(now);
        return clock;
    });
}
