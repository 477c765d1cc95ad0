using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;

namespace Wavetank.Sockets;

/// <summary>What has no place on a simulated network: handles of an operating system, and settings of Windows.</summary>
public partial class Socket
{
    /// <summary>Not supported: a simulated socket cannot be made of an operating system's.</summary>
    /// <exception cref="PlatformNotSupportedException">Always.</exception>
    public Socket(SafeSocketHandle handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        throw NoHandles("made of a handle");
    }

    /// <summary>Not supported, as on Linux.</summary>
    /// <exception cref="PlatformNotSupportedException">Always.</exception>
    public Socket(SocketInformation socketInformation) => throw NoHandles("made of a socket of another process");

    /// <summary>Whether simulated hosts speak IPv4.</summary>
    [Obsolete("Use OSSupportsIPv4.")]
    public static bool SupportsIPv4 => OSSupportsIPv4;

    /// <summary>Whether simulated hosts speak IPv6.</summary>
    [Obsolete("Use OSSupportsIPv6.")]
    public static bool SupportsIPv6 => OSSupportsIPv6;

    /// <summary>Not supported: no operating system knows the socket.</summary>
    /// <exception cref="PlatformNotSupportedException">Always.</exception>
    public nint Handle => throw NoHandles("used by its handle");

    /// <summary>Not supported: no operating system knows the socket.</summary>
    /// <exception cref="PlatformNotSupportedException">Always.</exception>
    public SafeSocketHandle SafeHandle => throw NoHandles("used by its handle");

    /// <summary>A setting of Windows; as on Linux it is false, and setting it changes nothing.</summary>
    [Obsolete("It has no effect.")]
    [SuppressMessage("Performance", "CA1822", Justification = "The platform's is no static.")]
    public bool UseOnlyOverlappedIO
    {
        get => false;
        set => _ = value;
    }

    /// <summary>Not supported, as on Linux.</summary>
    /// <param name="targetProcessId">Not used.</param>
    /// <exception cref="PlatformNotSupportedException">Always.</exception>
    [SuppressMessage("Performance", "CA1822", Justification = "The platform's is no static.")]
    public SocketInformation DuplicateAndClose(int targetProcessId) => throw NoHandles("given to another process");

    /// <summary>A setting of Windows, which Linux refuses.</summary>
    /// <param name="level">The level.</param>
    /// <exception cref="ArgumentException"><paramref name="level"/> is Unspecified.</exception>
    /// <exception cref="PlatformNotSupportedException">Always otherwise.</exception>
    [SuppressMessage("Performance", "CA1822", Justification = "The platform's is no static.")]
    public void SetIPProtectionLevel(IPProtectionLevel level)
    {
        if (level == IPProtectionLevel.Unspecified)
        {
            throw new ArgumentException("A level must be given.", nameof(level));
        }

        throw new PlatformNotSupportedException("Protection levels are Windows' alone; leave the call out.");
    }

    private static PlatformNotSupportedException NoHandles(string what) => new(
        $"A simulated socket cannot be {what}: it lives in the simulation, and no operating system knows it. "
        + "Make it with new Socket(addressFamily, socketType, protocolType), and hand the Socket itself on.");
}
