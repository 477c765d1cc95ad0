namespace Wavetank.Sockets.Transports;

/// <summary>
/// How Linux counts buffer sizes: it doubles what a program asks for, to pay for its bookkeeping, and reports the double
/// (socket(7), SO_SNDBUF and SO_RCVBUF).
/// </summary>
internal static class SocketBuffers
{
    /// <summary>The least that is reported for a send buffer.</summary>
    public const int LeastSend = 4608;

    /// <summary>The least that is reported for a receive buffer.</summary>
    public const int LeastReceive = 2304;

    /// <summary>TCP's send buffer before it grows (net.ipv4.tcp_wmem).</summary>
    public const int DefaultTcpSend = 16_384;

    /// <summary>TCP's receive buffer before it grows (net.ipv4.tcp_rmem).</summary>
    public const int DefaultTcpReceive = 131_072;

    /// <summary>UDP's buffers (net.core.wmem_default and rmem_default).</summary>
    public const int DefaultUdp = 212_992;

    // net.core.wmem_max and rmem_max.
    private const int Largest = 4 * 1024 * 1024;

    /// <summary>The size that counts when a program asks for one. Linux takes a negative number for a large one.</summary>
    public static int Granted(int asked, int least) => (int)Math.Clamp((uint)asked, (uint)least / 2, Largest);

    public static int Reported(int granted, int least) => Math.Max(granted * 2, least);
}
