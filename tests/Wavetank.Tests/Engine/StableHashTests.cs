using System.Numerics;
using Wavetank.Engine;

namespace Wavetank.Tests.Engine;

public sealed class StableHashTests
{
    [Theory]
    [InlineData("", 0x66FF3DD8B1D6B410)]
    [InlineData("a", 0x38C4DFE679B31A86)]
    [InlineData("link/client-server/forward/loss", 0x5106A887BB9F1808)]
    [InlineData("thirty-two bytes make four words", 0x0E136D628050A105)]
    [InlineData("räume über ASCII hinaus, länger als zweiunddreißig Bytes", 0xF54A125447063891)]
    public void A_texts_hash_is_the_same_on_every_machine_and_version(string text, ulong expected) =>
        Assert.Equal(expected, StableHash.Of(1, text));

    [Fact]
    public void Bytes_of_every_length_hash_differently()
    {
        byte[] zeros = new byte[300];
        ulong[] hashes = [.. Enumerable.Range(0, 300).Select(length => StableHash.Mix(0, zeros.AsSpan(0, length)))];

        Assert.Equal(300, hashes.Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(100)]
    [InlineData(1500)]
    public void Every_bit_of_the_input_changes_the_hash(int length)
    {
        byte[] bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        var hashes = new HashSet<ulong> { StableHash.Mix(7, bytes) };
        for (int bit = 0; bit < 8 * length; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(hashes.Add(StableHash.Mix(7, bytes)), $"bit {bit}");
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void Many_bytes_hash_differently_by_length()
    {
        byte[] zeros = new byte[300];
        ulong[] hashes = [.. Enumerable.Range(0, 300).Select(length => StableHash.MixMany(0, zeros.AsSpan(0, length)))];

        Assert.Equal(300, hashes.Distinct().Count());
    }

    [Theory]
    [InlineData(64, 0x7BCC6474E01E3CB7UL)]
    [InlineData(1432, 0x6E58879358C0D77FUL)]
    public void Many_bytes_hash_the_same_on_every_machine_and_version(int length, ulong expected) =>
        Assert.Equal(expected, StableHash.MixMany(1, Enumerable.Range(0, length).Select(i => (byte)i).ToArray()));

    [Theory]
    [InlineData(64)]
    [InlineData(200)]
    public void No_two_bits_of_many_bytes_take_each_other_back(int length)
    {
        byte[] bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        var hashes = new HashSet<ulong> { StableHash.MixMany(7, bytes) };
        for (int first = 0; first < 8 * length; first++)
        {
            bytes[first / 8] ^= (byte)(1 << (first % 8));
            Assert.True(hashes.Add(StableHash.MixMany(7, bytes)), $"bit {first}");
            for (int second = first + 1; second < 8 * length; second += length > 100 ? 7 : 1)
            {
                bytes[second / 8] ^= (byte)(1 << (second % 8));
                Assert.True(hashes.Add(StableHash.MixMany(7, bytes)), $"bits {first} and {second}");
                bytes[second / 8] ^= (byte)(1 << (second % 8));
            }

            bytes[first / 8] ^= (byte)(1 << (first % 8));
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(80)]
    [InlineData(256)]
    public void No_two_bits_of_the_input_take_each_other_back(int length)
    {
        byte[] bytes = new byte[length];
        var hashes = new HashSet<ulong> { StableHash.Mix(7, bytes) };
        for (int first = 0; first < 8 * length; first++)
        {
            Flip(first);
            for (int second = first + 1; second < 8 * length; second += length > 100 ? 7 : 1)
            {
                Flip(second);
                Assert.True(hashes.Add(StableHash.Mix(7, bytes)), $"bits {first} and {second}");
                Flip(second);
            }

            Flip(first);
        }

        void Flip(int bit) => bytes[bit / 8] ^= (byte)(1 << (bit % 8));
    }

    [Fact]
    public void One_bit_of_the_input_changes_half_of_the_output()
    {
        double flipped = 0;
        const int Trials = 64 * 100;
        var random = new Random(5);
        for (int i = 0; i < Trials; i++)
        {
            ulong value = (ulong)random.NextInt64();
            ulong hash = StableHash.Finish(StableHash.Mix(0, value)) ^ StableHash.Finish(StableHash.Mix(0, value ^ (1UL << (i % 64))));
            flipped += BitOperations.PopCount(hash);
        }

        Assert.InRange(flipped / Trials, 31.5, 32.5);
    }

    [Fact]
    public void The_order_of_what_is_mixed_matters()
    {
        Assert.NotEqual(StableHash.Mix(StableHash.Mix(0, 1), 2), StableHash.Mix(StableHash.Mix(0, 2), 1));
        Assert.NotEqual(StableHash.Of(1, "ab"), StableHash.Of(1, "ba"));
        Assert.NotEqual(StableHash.Of(1, "ab"), StableHash.Of(2, "ab"));
    }
}
