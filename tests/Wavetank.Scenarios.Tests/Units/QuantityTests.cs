using FsCheck.Xunit;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Tests.Units;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("10Mbps", 10_000_000)]
    [InlineData("1.5Gbps", 1_500_000_000)]
    [InlineData("64kbit", 64_000)]
    [InlineData("9600bps", 9_600)]
    [InlineData("1Tbit", 1_000_000_000_000)]
    public void Rate_is_read_in_bits_per_second_with_decimal_prefixes(string text, long expected)
    {
        Assert.True(BitRate.TryParse(text, out BitRate value, out string? problem), problem);
        Assert.Equal(expected, value.BitsPerSecond);
    }

    [Theory]
    [InlineData("10", "\"10\" has no unit; write 10Mbps (units: bps, kbps, Mbps, Gbps, Tbps)")]
    [InlineData("10mbps", "\"10mbps\" has an unknown unit \"mbps\"; did you mean \"Mbps\"? (units: bps, kbps, Mbps, Gbps, Tbps)")]
    [InlineData("0.5bps", "\"0.5bps\" is not a whole number of bps, the smallest unit")]
    [InlineData("2000Tbps", "\"2000Tbps\" is too much; a rate is at most 1000Tbps")]
    public void Wrong_rate_is_refused_with_what_would_be_right(string text, string expected)
    {
        Assert.False(BitRate.TryParse(text, out _, out string? problem));
        Assert.Equal(expected, problem);
    }

    [Theory]
    [InlineData("64B", 64)]
    [InlineData("10KB", 10_000)]
    [InlineData("10kB", 10_000)]
    [InlineData("16KiB", 16_384)]
    [InlineData("1MB", 1_000_000)]
    [InlineData("1.5MiB", 1_572_864)]
    public void Size_tells_decimal_from_binary_prefixes(string text, long expected)
    {
        Assert.True(ByteSize.TryParse(text, out ByteSize value, out string? problem), problem);
        Assert.Equal(expected, value.Bytes);
    }

    [Theory]
    [InlineData("64", "\"64\" has no unit; write 64B (units: B, KB, KiB, MB, MiB, GB, GiB, TB, TiB)")]
    [InlineData("1.0001KB", "\"1.0001KB\" is not a whole number of B, the smallest unit")]
    [InlineData("many", "\"many\" is not a size; write one such as 64KB (units: B, KB, KiB, MB, MiB, GB, GiB, TB, TiB)")]
    public void Wrong_size_is_refused_with_what_would_be_right(string text, string expected)
    {
        Assert.False(ByteSize.TryParse(text, out _, out string? problem));
        Assert.Equal(expected, problem);
    }

    [Theory]
    [InlineData("100 packets", 100, true)]
    [InlineData("1 packet", 1, true)]
    [InlineData("64KB", 64_000, false)]
    public void Queue_limit_counts_packets_or_bytes(string text, long amount, bool isPackets)
    {
        Assert.True(QueueLimit.TryParse(text, out QueueLimit value, out string? problem), problem);
        Assert.Equal((amount, isPackets), (value.Amount, value.IsPackets));
    }

    [Theory]
    [InlineData("100", "\"100\" has no unit; write 100 packets, or a size such as 64KB")]
    [InlineData("0 packets", "\"0 packets\" is out of range; a queue holds 1 to 1000000000 packets")]
    [InlineData("0B", "\"0B\" is out of range; a queue holds at least 1B")]
    [InlineData("big", "\"big\" is not a queue limit; write 100 packets, or a size such as 64KB")]
    [InlineData("1.5 packets", "\"1.5\" is not a whole number; write digits alone, such as 10")]
    public void Wrong_queue_limit_is_refused_with_what_would_be_right(string text, string expected)
    {
        Assert.False(QueueLimit.TryParse(text, out _, out string? problem));
        Assert.Equal(expected, problem);
    }

    [Theory]
    [InlineData("18446744073709551615", ulong.MaxValue, null)]
    [InlineData("18446744073709551616", 0, "\"18446744073709551616\" is too much; at most 18446744073709551615")]
    [InlineData("-1", 0, "\"-1\" is negative; write 0 or more")]
    [InlineData("ten", 0, "\"ten\" is not a whole number; write digits alone, such as 10")]
    [InlineData("1_000", 0, "\"1_000\" is not a whole number; write digits alone, such as 10")]
    public void Count_is_digits_alone(string text, ulong expected, string? expectedProblem)
    {
        Assert.Equal(expectedProblem is null, Count.TryParseUnsigned(text, out ulong value, out string? problem));
        Assert.Equal(expectedProblem, problem);
        Assert.Equal(expected, value);
    }

    [Property(MaxTest = 2000)]
    public bool Written_rate_reads_back_the_same(long seed, byte shift)
    {
        var value = new BitRate((seed & long.MaxValue) % 1_000_000_000_000_001 >> (shift % 50));
        return BitRate.TryParse(value.ToString(), out BitRate read, out _) && read == value;
    }

    [Property(MaxTest = 2000)]
    public bool Written_size_reads_back_the_same(long seed, byte shift)
    {
        var value = new ByteSize((seed & long.MaxValue) % 1_000_000_000_000_001 >> (shift % 50));
        return ByteSize.TryParse(value.ToString(), out ByteSize read, out _) && read == value;
    }

    [Property(MaxTest = 500)]
    public bool Written_queue_limit_reads_back_the_same(uint amount, bool isPackets)
    {
        long positive = amount % 1_000_000_000 + 1;
        QueueLimit value = isPackets ? QueueLimit.Packets(positive) : QueueLimit.Bytes(new ByteSize(positive));
        return QueueLimit.TryParse(value.ToString(), out QueueLimit read, out _) && read == value;
    }

    [Property(MaxTest = 2000)]
    public bool No_text_makes_a_parser_throw(string? text)
    {
        text ??= "";
        bool duration = Duration.TryParse(text, out _, out string? p1);
        bool rate = BitRate.TryParse(text, out _, out string? p2);
        bool size = ByteSize.TryParse(text, out _, out string? p3);
        bool probability = Probability.TryParse(text, out _, out string? p4);
        bool distribution = Distribution.TryParse(text, out _, out string? p5);
        bool limit = QueueLimit.TryParse(text, out _, out string? p6);
        return duration == p1 is null && rate == p2 is null && size == p3 is null
            && probability == p4 is null && distribution == p5 is null && limit == p6 is null;
    }
}
