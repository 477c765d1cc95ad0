using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine.Programs;
using Wavetank.Packets;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Udp;

namespace Wavetank.Tests.Stack.Udp;

/// <summary>A UDP endpoint on a host, with the plainest calls that read from it.</summary>
internal sealed class UdpProbe : IUdpUser, IDisposable
{
    private readonly Operation<bool> _readable;

    public UdpProbe(Host host, ushort port = 0, Address? address = null, bool reuseAddress = false, bool dualMode = false)
    {
        Host = host;
        _readable = new Operation<bool>(host.Network.Simulator);
        SocketError error = host.Stack.Udp.Ports.TryBind(address ?? Address.IPv4Any, port, reuseAddress, out PortBinding? binding, dualMode);
        Assert.Equal(SocketError.Success, error);
        Endpoint = host.Stack.Udp.Open(binding!, this);
    }

    public Host Host { get; }

    public UdpEndpoint Endpoint { get; }

    public ushort Port => Endpoint.Binding.Port;

    public TransportAddress Local => new(Address.FromIPAddress(Host.Address), Port);

    public void Dispose() => Endpoint.Close();

    public void Connect(TransportAddress remote)
    {
        Assert.True(Host.Stack.Ip.TrySelectSource(remote.Address, out Address source, out _));
        Endpoint.Connect(remote, source);
    }

    public SocketError Send(TransportAddress destination, params ReadOnlySpan<byte> payload) => Endpoint.Send(payload, destination);

    /// <summary>The next datagram's bytes and sender, if one waits.</summary>
    public (byte[] Payload, TransportAddress From)? TryReceive()
    {
        byte[] buffer = new byte[Endpoint.NextLength];
        return Endpoint.TryReceive(buffer, peek: false, out _, out TransportAddress from, out _) ? (buffer, from) : null;
    }

    public async Task<(byte[] Payload, TransportAddress From)> ReceiveAsync()
    {
        while (true)
        {
            if (TryReceive() is { } datagram)
            {
                return datagram;
            }

            _readable.Begin();
            await _readable.AsValueTask();
        }
    }

    public (byte[] Payload, TransportAddress From) Receive()
    {
        while (true)
        {
            if (TryReceive() is { } datagram)
            {
                return datagram;
            }

            _readable.Begin();
            _readable.Wait();
        }
    }

    void IUdpUser.OnReadable() => _readable.TryComplete(true);
}
