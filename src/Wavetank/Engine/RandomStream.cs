using System.Numerics;

namespace Wavetank.Engine;

/// <summary>
/// One component's own source of chance, derived from the run's seed and the component's path, so that a new component moves
/// nobody else's dice. The generator is xoshiro256** (Blackman, Vigna 2018), the same on every machine.
/// </summary>
public sealed partial class RandomStream
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    internal RandomStream(ulong seed, string path)
    {
        ulong state = StableHash.Of(seed, path);
        _s0 = Next(ref state);
        _s1 = Next(ref state);
        _s2 = Next(ref state);
        _s3 = Next(ref state);

        // SplitMix64, as the authors of xoshiro advise for the seed.
        static ulong Next(ref ulong state)
        {
            state += 0x9E3779B97F4A7C15;
            return StableHash.Finish(state);
        }
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextUInt64()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A whole number in [0, <paramref name="exclusiveMaximum"/>), each equally likely to within 2^-64 (Lemire 2019).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveMaximum"/> is not positive.</exception>
    public long NextInt64(long exclusiveMaximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveMaximum);
        return (long)Math.BigMul(NextUInt64(), (ulong)exclusiveMaximum, out _);
    }

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with the given probability. Draws one number whatever the probability, so that setting one to zero moves no dice.</summary>
    /// <param name="probability">0 (never) to 1 (always).</param>
    public bool NextBoolean(double probability) => NextDouble() < probability;

    /// <summary>An exponentially distributed number with mean 1, at most 37 (the logarithm of 53 bits).</summary>
    public double NextExponential() => -DeterministicMath.Log(1.0 - NextDouble());

    /// <summary>Fills a buffer with random bytes.</summary>
    public void NextBytes(Span<byte> buffer)
    {
        while (buffer.Length >= 8)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(buffer, NextUInt64());
            buffer = buffer[8..];
        }

        ulong rest = buffer.IsEmpty ? 0 : NextUInt64();
        for (int i = 0; i < buffer.Length; i++)
        {
            buffer[i] = (byte)(rest >> (8 * i));
        }
    }
}
