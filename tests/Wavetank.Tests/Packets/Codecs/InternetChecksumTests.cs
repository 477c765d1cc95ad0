using FsCheck.Xunit;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;

namespace Wavetank.Tests.Packets.Codecs;

public sealed class InternetChecksumTests
{
    [Fact]
    public void Sums_the_example_of_RFC_1071()
    {
        // RFC 1071 §3: the sum of these four words is 0xDDF2.
        byte[] bytes = [0x00, 0x01, 0xF2, 0x03, 0xF4, 0xF5, 0xF6, 0xF7];

        Assert.Equal(0xDDF2, (ushort)~InternetChecksum.Of(bytes));
    }

    [Theory]
    [InlineData("", 0xFFFF)]
    [InlineData("00", 0xFFFF)]
    [InlineData("FFFF", 0x0000)]
    [InlineData("01", 0xFEFF)]
    [InlineData("FFFF0001", 0xFFFE)]
    public void An_odd_last_byte_counts_as_the_upper_half_of_a_word(string hex, int expected) =>
        Assert.Equal(expected, InternetChecksum.Of(Convert.FromHexString(hex)));

    [Fact]
    public void A_header_that_holds_its_checksum_is_good()
    {
        byte[] header = Convert.FromHexString("45000073000040004011B861C0A80001C0A800C7");

        Assert.True(InternetChecksum.IsGood(header));
        header[15]++;
        Assert.False(InternetChecksum.IsGood(header));
    }

    [Property(MaxTest = 300)]
    public bool Equals_the_sum_word_by_word_for_every_length(byte[] bytes, ushort start)
    {
        byte[] longer = [.. bytes, .. bytes, .. bytes, .. bytes];
        return InternetChecksum.Of(longer, start) == WordByWord(longer, start);
    }

    [Fact]
    public void Does_not_overflow_on_the_largest_packet_of_ones()
    {
        byte[] bytes = new byte[65_535];
        Array.Fill(bytes, byte.MaxValue);

        Assert.Equal(WordByWord(bytes, 0), InternetChecksum.Of(bytes));
    }

    [Theory]
    [InlineData("10.1.2.3", "192.168.255.254", "0A010203C0A8FFFE00060015")]
    [InlineData("2001:db8::1", "fe80::abcd:ffff", "20010DB8000000000000000000000001FE8000000000000000000000ABCDFFFF0000001500000006")]
    public void Pseudo_header_is_that_of_the_family(string source, string destination, string pseudoHeader)
    {
        byte[] bytes = [.. "a segment of 21 bytes"u8];

        ushort checksum = InternetChecksum.Of(
            bytes, InternetChecksum.PseudoHeader(Address.Parse(source), Address.Parse(destination), IpProtocol.Tcp, bytes.Length));

        Assert.Equal(WordByWord([.. Convert.FromHexString(pseudoHeader), .. bytes], 0), checksum);
    }

    private static ushort WordByWord(byte[] bytes, ushort start)
    {
        uint sum = start;
        for (int i = 0; i < bytes.Length; i += 2)
        {
            sum += (uint)(bytes[i] << 8) | (i + 1 < bytes.Length ? bytes[i + 1] : 0u);
            sum = (sum & 0xFFFF) + (sum >> 16);
        }

        return (ushort)~sum;
    }
}
