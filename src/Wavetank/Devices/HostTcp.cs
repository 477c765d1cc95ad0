using Wavetank.Stack;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Congestion;

namespace Wavetank.Devices;

/// <summary>
/// What the sockets of a host start with, as Linux's <c>net.ipv4.tcp_…</c> settings have it. A change holds for sockets that are made
/// from then on; what a program sets on its socket goes before it.
/// </summary>
public sealed class HostTcp
{
    // Linux's least receive buffer (SOCK_MIN_RCVBUF), and the largest window that RFC 7323 §2.3 can express.
    private const int LeastBuffer = 2304;
    private const int LargestBuffer = 1 << 30;

    private readonly NetworkStack _stack;

    internal HostTcp(NetworkStack stack) => _stack = stack;

    /// <summary>The congestion controls that there are, the default first; those of <see cref="Stack.Tcp.Congestion.CongestionControls.Add"/> last.</summary>
    public static IReadOnlyList<CongestionControlDescription> CongestionControls =>
        [.. CongestionControlTable.Rows.Select(row => new CongestionControlDescription(row.Name, row.Summary))];

    /// <summary>Name of the congestion control. Default <c>cubic</c>. A socket chooses its own by the option TCP_CONGESTION (level 6, name 13).</summary>
    /// <exception cref="ArgumentException">There is none of that name; the message says which there are.</exception>
    public string CongestionControl
    {
        get => Current.CongestionControl ?? CongestionControlTable.Default;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (!CongestionControlTable.Contains(value))
            {
                throw new ArgumentException(
                    $"There is no congestion control '{value}'. There are: {string.Join(", ", CongestionControls.Select(row => row.Name))}.", nameof(value));
            }

            Changed.CongestionControl = value;
        }
    }

    /// <summary>Explicit congestion notification (RFC 3168). Default <see cref="EcnMode.Accept"/>, as on Linux.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such mode.</exception>
    public EcnMode Ecn
    {
        get => Current.Ecn;
        set
        {
            if (!Enum.IsDefined(value))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "Off, Accept or Request.");
            }

            Changed.Ecn = value;
        }
    }

    /// <summary>
    /// The least that the retransmission timeout stands above the round-trip time. Default 200 ms, as on Linux.
    /// Unlike RFC 6298 §2.4, which says one second. One microsecond to two minutes.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is out of its range.</exception>
    public TimeSpan MinimumRto
    {
        get => Current.MinimumRto;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromMicroseconds(1));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromMinutes(2));
            Changed.MinimumRto = value;
        }
    }

    /// <summary>Bytes of the send buffer, 2304 to 1 GiB; 0, the default, lets it grow with the congestion window, up to 4 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is out of its range.</exception>
    public int SendBufferSize
    {
        get => Current.SendBufferSize;
        set => Changed.SendBufferSize = CheckedSize(value);
    }

    /// <summary>Bytes of the receive buffer, and so the largest window, 2304 to 1 GiB; 0, the default, lets it grow with the speed, up to 6 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is out of its range.</exception>
    public int ReceiveBufferSize
    {
        get => Current.ReceiveBufferSize;
        set => Changed.ReceiveBufferSize = CheckedSize(value);
    }

    private TcpSettings Current => _stack.SocketDefaults ?? new TcpSettings();

    private TcpSettings Changed => _stack.SocketDefaults ??= new TcpSettings();

    private static int CheckedSize(int value) => value is 0 or (>= LeastBuffer and <= LargestBuffer)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"A buffer has {LeastBuffer} to {LargestBuffer} bytes, or 0 to grow as needed.");
}
