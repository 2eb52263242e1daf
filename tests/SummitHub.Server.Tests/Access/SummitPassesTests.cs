using System.Reflection;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Server.Access;

namespace SummitHub.Server.Tests.Access;

public sealed class SummitPassesTests
{
    [Fact]
    public async Task However_many_look_at_once_every_look_is_begun_after_it_was_asked_for()
    {
        var grain = DispatchProxy.Create<IAccessGrain, CountingGrain>();
        var passes = new SummitPasses(SummitId.Parse("unga74"), grain, TimeProvider.System, _ => { });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                var asked = ((CountingGrain)(object)grain).Asked;
                await passes.LookAsync();
                Assert.True(passes.Revision > asked, "The grain was not asked again.");
            }
        })));
    }

    /// <summary>A grain that changes with each question, and answers a little later.</summary>
    public class CountingGrain : DispatchProxy
    {
        private long _asked;

        /// <summary>How often it was asked.</summary>
        public long Asked => Interlocked.Read(ref _asked);

        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod?.Name == nameof(IAccessGrain.Changes) ? AnswerAsync(Interlocked.Increment(ref _asked)) : throw new NotSupportedException();

        private static async Task<PassChanges> AnswerAsync(long revision)
        {
            await Task.Yield();
            return new(revision, Whole: false, []);
        }
    }
}
