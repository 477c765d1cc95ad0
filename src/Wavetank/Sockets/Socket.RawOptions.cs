using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Wavetank.Sockets.Options;
using Wavetank.Sockets.Transports;
using Wavetank.Stack.Tcp.Congestion;

namespace Wavetank.Sockets;

public partial class Socket
{
    // Linux: TCP_CA_NAME_MAX, with the zero that ends a name.
    private const int LongestName = 16;

    /// <summary>
    /// Sets an option by Linux's numbers. Known are most of the levels IPPROTO_IP (0), SOL_SOCKET (1), IPPROTO_TCP (6) and IPPROTO_IPV6 (41) that
    /// <see cref="SetSocketOption(SocketOptionLevel, SocketOptionName, int)"/> has, and TCP_USER_TIMEOUT (18), and TCP_CONGESTION (13), whose
    /// value is a name in ASCII such as <c>bbr</c>.
    /// </summary>
    /// <remarks>Differs from Linux: the congestion control of a connection that is open cannot be changed any more.</remarks>
    /// <param name="optionLevel">The option's level.</param>
    /// <param name="optionName">The option.</param>
    /// <param name="optionValue">Its value, as the operating system takes it.</param>
    /// <exception cref="SocketException">
    /// The option is not known (ProtocolOption), its value is too short (InvalidArgument), there is no congestion control of that name
    /// (AddressNotAvailable, the platform's word for ENOENT), or the connection is open (IsConnected).
    /// </exception>
    public void SetRawSocketOption(int optionLevel, int optionName, ReadOnlySpan<byte> optionValue)
    {
        Enter();
        if (IsOfStream(optionLevel, optionName, RawOptionTable.TcpCongestion))
        {
            ThrowOn(SetCongestionControl(optionValue));
            return;
        }

        if (optionValue.Length < sizeof(int))
        {
            throw new SocketException((int)SocketError.InvalidArgument);
        }

        int value = BinaryPrimitives.ReadInt32LittleEndian(optionValue);
        if (IsOfStream(optionLevel, optionName, RawOptionTable.TcpUserTimeout))
        {
            ThrowOn(value < 0 ? SocketError.InvalidArgument : SocketError.Success);
            // RFC 9293 §3.8.3, MUST-21.
            Transport.Settings.Tcp.UserTimeout = TimeSpan.FromMilliseconds(value);
        }
        else if (RawOptionTable.TryFind(optionLevel, optionName, out SocketOptionLevel level, out SocketOptionName name))
        {
            SetSocketOption(level, name, value);
        }
        else
        {
            throw new SocketException((int)SocketError.ProtocolOption);
        }
    }

    /// <summary>The value of an option by Linux's numbers; for which, see <see cref="SetRawSocketOption"/>.</summary>
    /// <param name="optionLevel">The option's level.</param>
    /// <param name="optionName">The option.</param>
    /// <param name="optionValue">Takes the bytes, as many as fit.</param>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="SocketException">The option is not known (ProtocolOption).</exception>
    public int GetRawSocketOption(int optionLevel, int optionName, Span<byte> optionValue)
    {
        Enter();
        Span<byte> value = stackalloc byte[LongestName];
        value.Clear();
        int length = sizeof(int);
        if (IsOfStream(optionLevel, optionName, RawOptionTable.TcpCongestion))
        {
            Encoding.ASCII.GetBytes(((StreamTransport)Transport).CongestionControl, value);
            length = LongestName;
        }
        else if (IsOfStream(optionLevel, optionName, RawOptionTable.TcpUserTimeout))
        {
            BinaryPrimitives.WriteInt32LittleEndian(value, (int)Transport.Settings.Tcp.UserTimeout.TotalMilliseconds);
        }
        else if (RawOptionTable.TryFind(optionLevel, optionName, out SocketOptionLevel level, out SocketOptionName name))
        {
            BinaryPrimitives.WriteInt32LittleEndian(value, RequireOption(level, name).Get(Transport));
        }
        else
        {
            throw new SocketException((int)SocketError.ProtocolOption);
        }

        length = Math.Min(length, optionValue.Length);
        value[..length].CopyTo(optionValue);
        return length;
    }

    private bool IsOfStream(int level, int name, int wanted) =>
        level == RawOptionTable.LevelTcp && name == wanted && Transport is StreamTransport;

    private SocketError SetCongestionControl(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            return SocketError.InvalidArgument;
        }

        value = value[..Math.Min(value.Length, LongestName - 1)];
        int end = value.IndexOf((byte)0);
        string name = Encoding.ASCII.GetString(end < 0 ? value : value[..end]);
        if (!CongestionControlTable.Contains(name))
        {
            return SocketError.AddressNotAvailable;
        }

        var stream = (StreamTransport)Transport;
        if (stream.Remote is not null)
        {
            return stream.CongestionControl == name ? SocketError.Success : SocketError.IsConnected;
        }

        Transport.Settings.Tcp.CongestionControl = name;
        return SocketError.Success;
    }
}
