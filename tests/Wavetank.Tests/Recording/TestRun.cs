using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Tests.Recording;

/// <summary>
/// A run without a network: packet events raised by hand at times of the test's choice, at the points of one link between client
/// and server, a loopback, and the two hosts.
/// </summary>
internal sealed class TestRun : IDisposable
{
    private readonly Simulator _simulator = new(1);

    public TestRun()
    {
        Events = new PacketEvents(_simulator);
        Forward = Events.RegisterPoint(new PacketPoint("link/client-server/forward", "client.eth0", "server.eth0"));
        Backward = Events.RegisterPoint(new PacketPoint("link/client-server/backward", "server.eth0", "client.eth0"));
        Loopback = Events.RegisterPoint(new PacketPoint("link/client.lo", "client.lo", "client.lo"));
        Client = Events.RegisterPoint(new PacketPoint("host/client"));
        Server = Events.RegisterPoint(new PacketPoint("host/server"));
    }

    public PacketEvents Events { get; }

    public PacketPool Pool { get; } = new();

    public int Forward { get; }

    public int Backward { get; }

    public int Loopback { get; }

    public int Client { get; }

    public int Server { get; }

    public DateTimeOffset UtcNow => _simulator.TimeProvider.GetUtcNow();

    public TestRun At(long nanoseconds)
    {
        _simulator.NowNanoseconds = nanoseconds;
        return this;
    }

    public TestRun Raise(PacketEventKind kind, int point, Packet packet, DropReason reason = DropReason.None)
    {
        Events.Raise(kind, point, packet, reason);
        return this;
    }

    /// <summary>A packet over the link or the loopback without loss.</summary>
    public void Carry(int point, Packet packet, long sent, long arrived)
    {
        At(sent).Raise(PacketEventKind.Sent, point, packet);
        At(arrived).Raise(PacketEventKind.Arrived, point, packet);
    }

    public Packet Tcp(string payload = "", uint sequence = 1)
    {
        Packet packet = Rent(IpProtocol.Tcp);
        packet.Tcp.SourcePort = 50_000;
        packet.Tcp.DestinationPort = 50_001;
        packet.Tcp.SequenceNumber = sequence;
        packet.Tcp.Flags = TcpFlags.Ack;
        packet.Tcp.Window = 1000;
        return Complete(packet, payload);
    }

    public Packet Udp(string payload)
    {
        Packet packet = Rent(IpProtocol.Udp);
        packet.Udp.SourcePort = 50_000;
        packet.Udp.DestinationPort = 50_001;
        return Complete(packet, payload);
    }

    public Packet Echo(string payload)
    {
        Packet packet = Rent(IpProtocol.Icmp);
        packet.Icmp.Type = 8;
        packet.Icmp.Identifier = 7;
        return Complete(packet, payload);
    }

    public void Dispose() => _simulator.Dispose();

    private Packet Rent(IpProtocol protocol)
    {
        Packet packet = Pool.Rent();
        packet.Source = Address.Parse("10.0.0.1");
        packet.Destination = Address.Parse("10.0.0.2");
        packet.Protocol = protocol;
        packet.TimeToLive = 64;
        return packet;
    }

    private Packet Complete(Packet packet, string payload)
    {
        packet.CarryCopy(System.Text.Encoding.ASCII.GetBytes(payload));
        packet.Id = Events.TakePacketId();
        packet.Seal();
        return packet;
    }
}
