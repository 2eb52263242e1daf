namespace SummitHub.Load.Bookings;

/// <summary>
/// A sequence of bookings, the same for each contender. It goes through the week wave by wave: in a wave of 35 minutes each principal and
/// each room is taken once, in pairs drawn anew, for 15 to 30 minutes - so what is new never collides and keeps the five minutes' rest.
/// In between, one in fourteen asks for a person or a room that an earlier booking has, ten minutes into it: those are refused.
/// The share is the same however far a contender gets in its time.
/// </summary>
internal sealed class Workload
{
    /// <summary>Minutes a room rests after a meeting.</summary>
    public const int RoomGap = 5;

    private const int FirstMinute = 8 * 60, WaveMinutes = 35, WavesADay = 24, OneIn = 14, Back = 512;

    /// <summary>Makes the sequence.</summary>
    public Workload(int seed, int pairs, int days)
    {
        (Pairs, Days, Seed) = (pairs, days, seed);
        var chance = new Random(seed);
        var sequence = new List<Asked>(pairs * WavesADay * days);
        var fresh = new List<Asked>();
        int[] firsts = [.. Enumerable.Range(0, pairs)], seconds = [.. firsts], rooms = [.. firsts];
        for (var wave = 0; wave < WavesADay * days; wave++)
        {
            chance.Shuffle(firsts);
            chance.Shuffle(seconds);
            chance.Shuffle(rooms);
            for (var i = 0; i < pairs; i++)
            {
                if (fresh.Count > Back && chance.Next(OneIn) == 0) sequence.Add(Collision(sequence.Count, fresh[^chance.Next(Back / 2, Back)], chance));
                fresh.Add(new(sequence.Count, firsts[i], seconds[i], rooms[i], wave / WavesADay,
                    FirstMinute + (wave % WavesADay * WaveMinutes), 15 + (5 * chance.Next(4))));
                sequence.Add(fresh[^1]);
            }
        }

        Sequence = [.. sequence];
    }

    /// <summary>How many pairs of principals, and how many rooms.</summary>
    public int Pairs { get; }

    /// <summary>Over how many days.</summary>
    public int Days { get; }

    /// <summary>Where its chance comes from.</summary>
    public int Seed { get; }

    /// <summary>Principals there are on each side, and rooms; the last of each is asked for beside one that is taken.</summary>
    public int OfEach => Pairs + 1;

    /// <summary>The bookings in the order they are asked for.</summary>
    public Asked[] Sequence { get; }

    // One of the three is taken, the others are spare ones that nothing else asks for.
    private Asked Collision(int number, Asked taken, Random chance)
    {
        int spare = Pairs, start = taken.StartMinute + 10;
        return chance.Next(3) switch
        {
            0 => new(number, taken.First, spare, spare, taken.Day, start, 15),
            1 => new(number, spare, taken.Second, spare, taken.Day, start, 15),
            _ => new(number, spare, spare, taken.Room, taken.Day, start, 15),
        };
    }
}
