using Wavetank.Packets;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Listening;

namespace Wavetank.Tests.Stack.Tcp.Support;

/// <summary>A listener, and peers that are no more than a port.</summary>
internal sealed class FloodedListener
{
    private readonly Address _them;

    public FloodedListener(string us, int backlog = 10, string them = "10.0.0.2", TcpSettings? settings = null)
    {
        _them = Address.Parse(them);
        Host = new TestHost(Clock, Pool, us);
        Host.OnSend = packet =>
        {
            Answered++;
            Answers[packet.Tcp.DestinationPort] = packet.Tcp;
            LastTrafficClass = packet.TrafficClass;
            packet.Release();
        };
        Host.Ports.TryBind(Host.Address, 80, false, out PortBinding? binding);
        Listener = Host.Tcp.Listen(binding!, backlog, settings ?? new TcpSettings(), null);
    }

    public TestClock Clock { get; } = new();

    public PacketPool Pool { get; } = new();

    public TestHost Host { get; }

    public TcpListenQueue Listener { get; }

    /// <summary>Segments that it sent.</summary>
    public int Answered { get; private set; }

    /// <summary>The traffic class of the last one.</summary>
    public byte LastTrafficClass { get; private set; }

    /// <summary>The last segment to each port.</summary>
    public Dictionary<ushort, TcpHeader> Answers { get; } = [];

    public void Syn(ushort port, Action<Packet>? change = null) => Receive(port, TcpFlags.Syn, change);

    public void Acknowledge(ushort port, Action<Packet>? change = null)
    {
        TcpHeader answer = Answers[port];
        Receive(port, TcpFlags.Ack, packet =>
        {
            packet.Tcp.SequenceNumber = answer.AcknowledgmentNumber;
            packet.Tcp.AcknowledgmentNumber = answer.SequenceNumber + 1;
            change?.Invoke(packet);
        });
    }

    public void Flood(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Syn((ushort)(1000 + i));
        }
    }

    private void Receive(ushort port, TcpFlags flags, Action<Packet>? change)
    {
        Packet packet = Pool.Rent();
        packet.Source = _them;
        packet.Destination = Host.Address;
        packet.Protocol = IpProtocol.Tcp;
        packet.TimeToLive = 64;
        packet.Tcp.SourcePort = port;
        packet.Tcp.DestinationPort = 80;
        packet.Tcp.Flags = flags;
        packet.Tcp.SequenceNumber = flags == TcpFlags.Syn ? port * 1_000_003u : 0;
        change?.Invoke(packet);
        packet.Seal();
        Host.Tcp.Receive(packet);
    }
}
