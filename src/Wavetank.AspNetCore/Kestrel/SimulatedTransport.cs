using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Wavetank.Devices;
using Wavetank.Engine.Programs;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.AspNetCore.Kestrel;

/// <summary>Kestrel's way to a host's simulated sockets. It takes every end point that Kestrel asks for, so that none goes to the real network.</summary>
internal sealed class SimulatedTransport(Host host, IMemoryPoolFactory<byte> pools) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    // As Kestrel's own transport has it.
    private const int Backlog = 512;

    public bool CanBind(EndPoint endpoint) => true;

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        if (endpoint is not IPEndPoint ip)
        {
            throw new NotSupportedException($"Kestrel was told to listen on {endpoint}, but a simulated host has IP addresses and ports only. Use a URL such as http://*:80, or options.ListenAnyIP(80).");
        }

        SimulatedProgram program = HostPrograms.Require(host, "Kestrel was started");
        var socket = new Socket(ip.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.KeepContentFromDigest();
        if (ip.Address.Equals(IPAddress.IPv6Any))
        {
            socket.DualMode = true;
        }

        try
        {
            socket.Bind(ip);
            socket.Listen(Backlog);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            socket.Dispose();
            throw new AddressInUseException(exception.Message, exception);
        }

        return ValueTask.FromResult<IConnectionListener>(new SimulatedListener(socket, program, pools.Create()));
    }
}
