using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Wavetank.Engine;

/// <summary>
/// Asks the processor to fetch objects from memory before they are needed, several lines at once: where many hosts or connections take
/// turns, each is out of the cache by the time its turn comes, and its lines would be waited for one after the other.
/// </summary>
/// <remarks>A hint that changes no result, reads nothing, and does nothing on processors other than x86. The only unsafe code of the core.</remarks>
internal static class Prefetch
{
    private const int LineSize = 64;

    /// <summary>Fetches the beginning of an object.</summary>
    /// <param name="item">The object; null does no harm.</param>
    /// <param name="bytes">How much of it. More than it has is waste.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Object<T>(T? item, int bytes)
        where T : class
    {
        if (Sse.IsSupported)
        {
            // The collector may move the object meanwhile: then the hint is worthless, but nothing worse.
            byte* start = (byte*)Unsafe.As<T?, nint>(ref item);
            for (int line = 0; line < bytes; line += LineSize)
            {
                Sse.Prefetch0(start + line);
            }
        }
    }
}
