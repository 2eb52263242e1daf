namespace SummitHub.Server.Sample;

/// <summary>How a meeting goes in the script, against its expected start or end; what comes before it is negative.</summary>
/// <param name="SetOut">When each side sets out, in the order of the parties.</param>
/// <param name="Arrive">When each side arrives.</param>
/// <param name="RoomReady">When the room is ready.</param>
/// <param name="Start">When it starts.</param>
/// <param name="End">When it ends, against its expected end.</param>
internal sealed record Pace(TimeSpan[] SetOut, TimeSpan[] Arrive, TimeSpan RoomReady, TimeSpan Start, TimeSpan End)
{
    /// <summary>The meeting with which the sample opens, twenty minutes before it starts: something is seen at once.</summary>
    public static Pace Opening { get; } = new(
        [new(0, -19, -50), new(0, -18, -40)], [new(0, -14, -10), new(0, -8, -30)], new(0, -19, -20), new(0, 0, 25), TimeSpan.Zero);

    /// <summary>Small variations that are the same at every play: drawn from a seed and the meeting's name.</summary>
    public static Pace For(string meeting, int seed)
    {
        var chance = ChanceOf(meeting, seed);
        return new Pace(
            [Minutes(chance, -15, -9), Minutes(chance, -14, -8)],
            [Minutes(chance, -5, -1), Minutes(chance, -4, -1)],
            Minutes(chance, -9, -6),
            Minutes(chance, 0, 2),
            Minutes(chance, -1, 1));
    }

    /// <summary>A generator that is the same for a name and seed in every process.</summary>
    public static Random ChanceOf(string name, int seed) => new(name.Aggregate(seed, (hash, c) => unchecked((hash * 31) + c)));

    private static TimeSpan Minutes(Random chance, int least, int most) => TimeSpan.FromSeconds(chance.Next(least * 60, most * 60));
}
