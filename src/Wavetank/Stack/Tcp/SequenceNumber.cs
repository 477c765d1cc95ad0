using System.Runtime.CompilerServices;

namespace Wavetank.Stack.Tcp;

/// <summary>Arithmetic of 32-bit sequence numbers modulo 2^32 (RFC 9293 §3.4): "before" and "after" mean less than half the circle away.</summary>
internal static class SequenceNumber
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Before(uint a, uint b) => (int)(a - b) < 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool After(uint a, uint b) => (int)(a - b) > 0;

    /// <summary>Not after.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AtOrBefore(uint a, uint b) => (int)(a - b) <= 0;

    /// <summary>Not before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AtOrAfter(uint a, uint b) => (int)(a - b) >= 0;

    /// <summary>Whether first &lt;= value &lt;= last on the circle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBetween(uint value, uint first, uint last) => last - first >= value - first;

    public static uint Later(uint a, uint b) => After(a, b) ? a : b;

    public static uint Earlier(uint a, uint b) => Before(a, b) ? a : b;
}
