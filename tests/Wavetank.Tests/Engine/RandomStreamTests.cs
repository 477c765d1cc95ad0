using Wavetank.Engine;

namespace Wavetank.Tests.Engine;

public sealed class RandomStreamTests
{
    [Fact]
    public void The_first_numbers_of_a_stream_are_those_of_every_machine_and_version()
    {
        var stream = new RandomStream(1, "link/client-server/forward/loss");

        ulong[] expected = [0xFA7F2BFF2FF9ECA5, 0x84D99F5ADD864426, 0x19CBBCB2C012E160, 0x363E33EA88459871];
        Assert.All(expected, number => Assert.Equal(number, stream.NextUInt64()));
    }

    [Fact]
    public void The_generator_is_xoshiro256_star_star_seeded_by_SplitMix64()
    {
        // Both written down anew from the authors' descriptions, started from the stream's own hash.
        ulong seed = StableHash.Of(42, "path");
        ulong[] s = [.. Enumerable.Range(0, 4).Select(_ => SplitMix(ref seed))];
        var stream = new RandomStream(42, "path");
        for (int i = 0; i < 1000; i++)
        {
            ulong expected = ulong.RotateLeft(s[1] * 5, 7) * 9;
            ulong t = s[1] << 17;
            s[2] ^= s[0];
            s[3] ^= s[1];
            s[1] ^= s[2];
            s[0] ^= s[3];
            s[2] ^= t;
            s[3] = ulong.RotateLeft(s[3], 45);
            Assert.Equal(expected, stream.NextUInt64());
        }

        static ulong SplitMix(ref ulong state)
        {
            ulong z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    [Fact]
    public void The_same_seed_and_path_give_the_same_numbers()
    {
        RandomStream first = new(5, "a"), second = new(5, "a");

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Equal(first.NextUInt64(), second.NextUInt64()));
    }

    [Fact]
    public void No_two_streams_begin_alike()
    {
        ulong[] starts =
        [
            .. Enumerable.Range(0, 1000).Select(seed => new RandomStream((ulong)seed, "link/a-b/loss").NextUInt64()),
            .. Enumerable.Range(0, 1000).Select(index => new RandomStream(1, $"link/a-{index}/loss").NextUInt64()),
            .. Enumerable.Range(0, 1000).Select(index => new RandomStream(1, $"link/a-{index}/delay").NextUInt64()),
        ];

        Assert.Equal(3000, starts.Distinct().Count());
    }

    [Theory]
    [InlineData("link/a-b/forward/loss", "link/a-b/forward/delay")]
    [InlineData("link/a-b/forward/loss", "link/a-b/backward/loss")]
    [InlineData("host/a", "host/b")]
    public void Streams_of_different_paths_are_independent(string first, string second)
    {
        RandomStream a = new(9, first), b = new(9, second);
        int[] cells = new int[64];
        for (int i = 0; i < 64_000; i++)
        {
            cells[(a.NextInt64(8) * 8) + b.NextInt64(8)]++;
        }

        // 63 degrees of freedom: the 0.1 % and 99.9 % quantiles of chi-square are 32.6 and 103.4.
        Assert.InRange(ChiSquare(cells), 32.6, 103.4);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(100)]
    public void Whole_numbers_are_uniform(int maximum)
    {
        var stream = new RandomStream(3, $"uniform/{maximum}");
        int[] cells = new int[maximum];
        for (int i = 0; i < 2000 * maximum; i++)
        {
            cells[stream.NextInt64(maximum)]++;
        }

        // Within 3.3 standard deviations of the mean of chi-square, which are n - 1 and the root of 2 (n - 1).
        Assert.InRange(ChiSquare(cells), 0, maximum - 1 + (3.3 * Math.Sqrt(2 * (maximum - 1))) + 3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(long.MaxValue)]
    public void Whole_numbers_stay_below_their_maximum(long maximum)
    {
        var stream = new RandomStream(3, "bounds");

        Assert.All(Enumerable.Range(0, 10_000), _ => Assert.InRange(stream.NextInt64(maximum), 0, maximum - 1));
    }

    [Fact]
    public void Whole_numbers_below_a_huge_maximum_reach_its_whole_range()
    {
        var stream = new RandomStream(3, "range");
        long[] numbers = [.. Enumerable.Range(0, 1000).Select(_ => stream.NextInt64(long.MaxValue))];

        Assert.InRange(numbers.Min(), 0, long.MaxValue / 100);
        Assert.InRange(numbers.Max(), long.MaxValue / 100 * 99, long.MaxValue);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_maximum_that_is_not_positive_is_refused(long maximum) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(1, "a").NextInt64(maximum));

    [Fact]
    public void Fractions_lie_in_their_range_with_the_right_mean_and_variance()
    {
        var stream = new RandomStream(4, "fractions");
        double[] numbers = [.. Enumerable.Range(0, 100_000).Select(_ => stream.NextDouble())];

        Assert.All(numbers, number => Assert.InRange(number, 0, 1 - 1e-16));
        double mean = numbers.Average();
        Assert.InRange(mean, 0.5 - 0.003, 0.5 + 0.003);
        Assert.InRange(numbers.Average(number => (number - mean) * (number - mean)), (1 / 12.0) - 0.001, (1 / 12.0) + 0.001);
    }

    [Fact]
    public void Exponential_numbers_have_mean_and_variance_one()
    {
        var stream = new RandomStream(4, "exponential");
        double[] numbers = [.. Enumerable.Range(0, 200_000).Select(_ => stream.NextExponential())];

        Assert.All(numbers, number => Assert.InRange(number, 0, 37));
        double mean = numbers.Average();
        Assert.InRange(mean, 0.99, 1.01);
        Assert.InRange(numbers.Average(number => (number - mean) * (number - mean)), 0.97, 1.03);
        Assert.InRange(numbers.Count(number => number > 1) / 200_000.0, 0.3679 - 0.004, 0.3679 + 0.004);
    }

    [Fact]
    public void Probabilities_are_kept_and_draw_one_number_whatever_they_are()
    {
        RandomStream stream = new(4, "coin"), same = new(4, "coin");
        int hits = 0;
        for (int i = 0; i < 100_000; i++)
        {
            hits += stream.NextBoolean(0.01) ? 1 : 0;
            same.NextBoolean(i % 2);
        }

        // Three standard deviations: the root of 100,000 x 0.01 x 0.99 is 31.5.
        Assert.InRange(hits, 1000 - 95, 1000 + 95);
        Assert.Equal(stream.NextUInt64(), same.NextUInt64());
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.False(stream.NextBoolean(0)));
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.True(stream.NextBoolean(1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1000)]
    public void Bytes_are_those_of_the_numbers_in_little_endian_order(int count)
    {
        RandomStream bytes = new(4, "bytes"), numbers = new(4, "bytes");
        byte[] filled = new byte[count];
        bytes.NextBytes(filled);

        byte[] expected = [.. Enumerable.Range(0, (count + 7) / 8).SelectMany(_ => Bytes(numbers.NextUInt64())).Take(count)];
        Assert.Equal(expected, filled);

        static byte[] Bytes(ulong number)
        {
            byte[] result = new byte[8];
            System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(result, number);
            return result;
        }
    }

    private static double ChiSquare(int[] cells)
    {
        double expected = cells.Sum() / (double)cells.Length;
        return cells.Sum(count => (count - expected) * (count - expected) / expected);
    }
}
