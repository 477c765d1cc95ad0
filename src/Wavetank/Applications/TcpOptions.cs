using System.Text;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Applications;

/// <summary>What an application sets on its TCP sockets. What it leaves out is as the host, or the application itself, has it.</summary>
public sealed record TcpOptions
{
    // Linux: IPPROTO_TCP and TCP_CONGESTION.
    private const int LevelTcp = 6;
    private const int Congestion = 13;

    /// <summary>Name of the congestion control, such as <c>bbr</c>.</summary>
    public string? CongestionControl { get; init; }

    /// <summary>Whether small segments do not wait for acknowledgments (RFC 9293, section 3.7.4).</summary>
    public bool? NoDelay { get; init; }

    /// <summary>Bytes of the send buffer, as a program sets it.</summary>
    public int? SendBufferSize { get; init; }

    /// <summary>Bytes of the receive buffer, as a program sets it.</summary>
    public int? ReceiveBufferSize { get; init; }

    internal void ApplyTo(Socket socket)
    {
        if (CongestionControl is { } name)
        {
            socket.SetRawSocketOption(LevelTcp, Congestion, Encoding.ASCII.GetBytes(name));
        }

        socket.NoDelay = NoDelay ?? socket.NoDelay;
        if (SendBufferSize is { } send)
        {
            socket.SendBufferSize = send;
        }

        if (ReceiveBufferSize is { } receive)
        {
            socket.ReceiveBufferSize = receive;
        }
    }
}
