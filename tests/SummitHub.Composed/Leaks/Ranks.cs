namespace SummitHub.Composed.Leaks;

/// <summary>
/// Wilcoxon's signed-rank test of paired samples: whether differences lean to one side more than chance explains. It asks nothing of their
/// distribution, and single slow calls weigh no more than their rank.
/// </summary>
internal static class Ranks
{
    /// <summary>The two-sided p, by the normal approximation with ties taken into account, and the side that the differences lean to.</summary>
    /// <param name="differences">At least ten that are not zero; with fewer nothing is said (p = 1).</param>
    public static (double P, int Side) Test(IReadOnlyCollection<double> differences)
    {
        var some = differences.Where(d => d != 0).OrderBy(Math.Abs).ToArray();
        if (some.Length < 10) return (1, 0);
        var (positive, ties) = (0.0, 0.0);
        for (var i = 0; i < some.Length;)
        {
            var end = i;
            while (end < some.Length && Math.Abs(some[end]) == Math.Abs(some[i])) end++;
            var (rank, alike) = ((i + 1 + end) / 2.0, (double)(end - i));
            ties += (alike * alike * alike) - alike;
            for (; i < end; i++) positive += some[i] > 0 ? rank : 0;
        }

        var n = (double)some.Length;
        var spread = Math.Sqrt((n * (n + 1) * ((2 * n) + 1) / 24) - (ties / 48));
        var z = (positive - (n * (n + 1) / 4)) / spread;
        return (2 * Upper(Math.Abs(z)), Math.Sign(z));
    }

    // The upper tail of the normal distribution: Abramowitz and Stegun 7.1.26, good to 1.5e-7 and checked at the threshold by a test.
    private static double Upper(double z)
    {
        var x = z / Math.Sqrt(2);
        var t = 1 / (1 + (0.3275911 * x));
        var polynomial = t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429))))))));
        return Math.Max(polynomial * Math.Exp(-x * x) / 2, double.Epsilon);
    }
}
