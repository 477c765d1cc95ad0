using System.Net.Sockets;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Packets;
using Wavetank.Sockets.Transports;
using Wavetank.Stack;

namespace Wavetank.Sockets;

/// <summary>
/// A socket on the simulated network, with the names, shapes, errors and exceptions of <c>System.Net.Sockets.Socket</c> on Linux.
/// It belongs to the host whose program makes it.
/// </summary>
/// <remarks>
/// Differs from the platform's: it has no operating system handle, knows stream sockets over TCP and datagram sockets over UDP
/// only, keeps urgent data in the stream (RFC 6093), and is not for use by several threads. A call that would block is for
/// blocking programs; asynchronous ones await the variants that end in Async.
/// </remarks>
public partial class Socket : IDisposable
{
    private readonly EventLoop _loop;
    private bool _disposed;

    /// <summary>Makes a socket that speaks IPv6 and IPv4 (dual mode).</summary>
    /// <param name="socketType">Stream or Dgram.</param>
    /// <param name="protocolType">Tcp or Udp.</param>
    /// <exception cref="SocketException">The types do not go together.</exception>
    /// <exception cref="InvalidOperationException">The calling code is not a program of a simulation.</exception>
    public Socket(SocketType socketType, ProtocolType protocolType)
        : this(AddressFamily.InterNetworkV6, socketType, protocolType) => DualMode = true;

    /// <summary>Makes a socket.</summary>
    /// <param name="addressFamily">InterNetwork or InterNetworkV6.</param>
    /// <param name="socketType">Stream or Dgram.</param>
    /// <param name="protocolType">Tcp, Udp, or Unspecified for the type's usual one.</param>
    /// <exception cref="SocketException">The types do not go together.</exception>
    /// <exception cref="InvalidOperationException">The calling code is not a program of a simulation.</exception>
    public Socket(AddressFamily addressFamily, SocketType socketType, ProtocolType protocolType)
    {
        SimulatedProgram program = ProgramContext.Require("socket");
        _loop = program.Simulator.Loop;
        ThrowIfOffLoop();
        if (SocketKinds.Check(addressFamily, socketType, protocolType) is var error and not SocketError.Success)
        {
            throw new SocketException((int)error);
        }

        AddressFamily = addressFamily;
        SocketType = socketType;
        ProtocolType = protocolType;
        var stack = (NetworkStack)program.Owner!;
        SocketSettings settings = SocketSettings.Create(stack, addressFamily, socketType);
        Transport = socketType == SocketType.Stream
            ? new StreamTransport(stack, program.Name, settings)
            : new DatagramTransport(stack, program.Name, settings);
    }

    private Socket(Socket listener, StreamTransport accepted)
    {
        _loop = listener._loop;
        AddressFamily = listener.AddressFamily;
        SocketType = listener.SocketType;
        ProtocolType = listener.ProtocolType;
        _blocking = listener._blocking;
        Transport = accepted;
        _isBound = true;
        _isConnected = true;
        _remote = accepted.Remote is { } remote ? EndPoints.ToEndPoint(remote, AddressFamily) : null;
    }

    internal Transport Transport { get; private set; }

    /// <summary>Keeps what is sent out of the digest, as it is random by nature; for what is accepted too.</summary>
    internal void KeepContentFromDigest() => Transport.Settings.Tcp.IsContentRandom = true;

    /// <summary>Closes the socket. Calls that wait on it end with an error.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes the sender of a datagram where a program keeps addresses.</summary>
    internal void WriteSender(TransportAddress from, System.Net.SocketAddress target)
    {
        System.Net.SocketAddress source = EndPoints.ToEndPoint(from, AddressFamily).Serialize();
        source.Buffer.Span[..source.Size].CopyTo(target.Buffer.Span);
        target.Size = source.Size;
    }

    /// <summary>Takes over the connection of a socket that was just accepted.</summary>
    private Socket Adopt(Socket accepted)
    {
        Transport = accepted.Transport;
        _isBound = true;
        _isConnected = true;
        _remote = accepted._remote;
        return this;
    }

    /// <summary>Each public call begins with it.</summary>
    private void Enter()
    {
        ThrowIfOffLoop();
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Transport is { Gate.IsClosed: true })
        {
            // Only code that a killed program still runs comes here: its thread unwinds, or another program's code calls it.
            throw new SocketException((int)SocketError.NetworkDown);
        }
    }

    private void ThrowIfOffLoop()
    {
        if (!_loop.IsOnLoop)
        {
            ProgramContext.ThrowForeignThread(Transport?.Program);
        }
    }
}
