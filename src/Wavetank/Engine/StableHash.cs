using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Wavetank.Engine;

/// <summary>
/// A fast 64-bit hash that is the same on every machine and in every run, for random streams and digests.
/// Not a cryptographic hash: nobody is kept from making two inputs collide.
/// </summary>
internal static class StableHash
{
    // Odd constants with well-mixed bits: the fractional parts of the golden ratio and of the square roots of 2, 3 and 5.
    private const ulong K0 = 0x9E3779B97F4A7C15;
    private const ulong K1 = 0x6A09E667F3BCC909;
    private const ulong K2 = 0xBB67AE8584CAA73B;
    private const ulong K3 = 0x3C6EF372FE94F82B;

    /// <summary>Mixes one more word into a running hash.</summary>
    /// <remarks>
    /// The word is multiplied before it meets the hash, and the hash after: a change of one word cannot be taken back by a change of few
    /// bits in the next, as it could where only one of the two is done.
    /// </remarks>
    public static ulong Mix(ulong hash, ulong value) => (BitOperations.RotateLeft(hash ^ (value * K1), 29) * K0) + K2;

    /// <summary>Spreads every input bit over all output bits (the finalizer of SplitMix64; Steele, Lea, Flood 2014).</summary>
    public static ulong Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }

    /// <summary>Mixes bytes into a running hash, 32 at a time in four independent lanes.</summary>
    public static ulong Mix(ulong hash, ReadOnlySpan<byte> bytes)
    {
        int length = bytes.Length;
        if (length >= 32)
        {
            ulong a = hash ^ K0, b = hash ^ K1, c = hash ^ K2, d = hash ^ K3;
            while (bytes.Length >= 32)
            {
                a = Mix(a, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
                b = Mix(b, BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
                c = Mix(c, BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]));
                d = Mix(d, BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));
                bytes = bytes[32..];
            }

            hash = Mix(Mix(Mix(Mix(hash, a), b), c), d);
        }

        while (bytes.Length >= 8)
        {
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        ulong tail = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            tail |= (ulong)bytes[i] << (8 * i);
        }

        return Mix(Mix(hash, tail), (ulong)length);
    }

    /// <summary>Mixes what may be many bytes into a running hash: 64 at a time, in four lanes of two words each.</summary>
    /// <remarks>
    /// Cheaper than <see cref="Mix(ulong, ReadOnlySpan{byte})"/>: one multiplication for two words instead of
    /// two for each. That one stays as it is, because random streams are seeded by it.
    /// </remarks>
    public static ulong MixMany(ulong hash, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 64)
        {
            ulong a = hash ^ K0, b = hash ^ K1, c = hash ^ K2, d = hash ^ K3;

            // Words first and then blocks of them: no offset needs to be checked then.
            ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
            while (words.Length >= 8)
            {
                a = Fold(LittleEndian(words[0]) ^ K1, LittleEndian(words[1]) ^ a);
                b = Fold(LittleEndian(words[2]) ^ K2, LittleEndian(words[3]) ^ b);
                c = Fold(LittleEndian(words[4]) ^ K3, LittleEndian(words[5]) ^ c);
                d = Fold(LittleEndian(words[6]) ^ K0, LittleEndian(words[7]) ^ d);
                words = words[8..];
            }

            bytes = bytes[(bytes.Length & ~63)..];
            hash = Mix(Mix(Mix(Mix(hash, a), b), c), d);
        }

        return Mix(hash, bytes);
    }

    /// <summary>The hash of a text's UTF-8 bytes.</summary>
    public static ulong Of(ulong seed, string text) => Finish(Mix(seed, Encoding.UTF8.GetBytes(text)));

    private static ulong LittleEndian(ulong word) => BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);

    /// <summary>Both halves of the product, one over the other.</summary>
    private static ulong Fold(ulong x, ulong y)
    {
        ulong high = Math.BigMul(x, y, out ulong low);
        return high ^ low;
    }
}
