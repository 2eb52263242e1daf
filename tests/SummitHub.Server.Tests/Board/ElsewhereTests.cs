using Microsoft.Extensions.DependencyInjection;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Programme;
using SummitHub.Server.Board;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Board;

/// <summary>The search for other slots is bounded in time, by a clock that goes on one millisecond whenever it is read, and stands in nobody's way.</summary>
public sealed class ElsewhereTests(SampleServer server)
{
    private static readonly SummitId Summit = SummitId.Parse("unga74");

    [Fact]
    public async Task It_ends_after_twenty_milliseconds_and_while_it_goes_on_others_read()
    {
        var replica = (await server.Services.GetRequiredService<ProgrammeReplicas>().FindAsync(Summit, TestContext.Current.CancellationToken))!;
        var (read, searching) = (0, false);
        var time = new SteppedTime(() =>
        {
            // The clock is first read before the search: from then on somebody else asks for the lock between any two tries.
            if (searching) read += Task.Run(() => replica.Read(v => v.State.Length > 0)).WaitAsync(TimeSpan.FromSeconds(30)).GetAwaiter().GetResult() ? 1 : 0;
            searching = true;
        });

        Assert.Empty(new Elsewhere(server.Services.GetRequiredService<ISummitClocks>(), time).Find(replica, Booking(people: 500)));
        // The twentieth reading says that twenty milliseconds have passed.
        Assert.Equal((21, 20), (time.Readings, read));
    }

    [Fact]
    public async Task What_is_found_in_time_is_offered()
    {
        var replica = (await server.Services.GetRequiredService<ProgrammeReplicas>().FindAsync(Summit, TestContext.Current.CancellationToken))!;
        var time = new SteppedTime(() => { });

        Assert.Equal(3, new Elsewhere(server.Services.GetRequiredService<ISummitClocks>(), time).Find(replica, Booking(people: 4)).Length);
        Assert.InRange(time.Readings, 4, 20);
    }

    /// <summary>A booking of a day on which nothing else is booked; so many people fit into no booth.</summary>
    private static Operation Booking(int people)
    {
        Party[] parties = [new(DelegationCode.Parse("CHL"), PrincipalId.Parse("chl-p1"), people), new(DelegationCode.Parse("URY"), PrincipalId.Parse("ury-p1"), 0)];
        var slot = new Slot(Interval.Of(new DateTimeOffset(2019, 9, 30, 14, 0, 0, TimeSpan.FromHours(-4)), TimeSpan.FromMinutes(20)), VenueId.Parse("booth-05"));
        var terms = new MeetingTerms([.. parties], MeetingFormat.Bilateral, Visibility.Ordinary, [], null, [], null);
        return new Operation(OperationId.Parse("refused"), new Actor("desk-7", "Duty officer", Role.Desk, null), [new BookMeeting(MeetingId.Parse("m-refused"), terms, slot, false)]);
    }

    private sealed class SteppedTime(Action looked) : TimeProvider
    {
        public int Readings { get; private set; }

        public override long TimestampFrequency => 1_000;

        public override long GetTimestamp()
        {
            looked();
            return Readings++;
        }
    }
}
