using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Tests.Packets.Codecs;

/// <summary>Valid packets of every kind, each following from a seed.</summary>
internal sealed class SamplePackets(PacketPool pool, ulong seed)
{
    private readonly RandomStream _random = new(seed, "packets");

    public Packet Next(int maximumPayload = 20_000)
    {
        Packet packet = pool.Rent();
        bool v4 = _random.NextBoolean(0.5);
        packet.Source = NextAddress(v4);
        packet.Destination = NextAddress(v4);
        packet.TimeToLive = (byte)Below(256);
        packet.TrafficClass = (byte)Below(256);
        packet.Protocol = Below(4) switch
        {
            0 => IpProtocol.Tcp,
            1 => IpProtocol.Udp,
            2 => v4 ? IpProtocol.Icmp : IpProtocol.IcmpV6,
            _ => (IpProtocol)132,
        };
        packet.DontFragment = v4 && _random.NextBoolean(0.5);
        int length = Below(3) == 0 ? 0 : Below(maximumPayload + 1);
        if (Below(5) == 0)
        {
            packet.MoreFragments = _random.NextBoolean(0.5);
            packet.FragmentOffset = (ushort)(8 * (1 + Below((65_535 - maximumPayload) / 8)));
            length = Math.Max(8, packet.MoreFragments ? length & ~7 : length);
        }

        packet.Identification = (ushort)(v4 || packet.IsFragment ? Below(65_536) : 0);
        if (!packet.IsFragment)
        {
            FillTransport(packet);
        }

        byte[] payload = new byte[length];
        _random.NextBytes(payload);
        packet.CarryCopy(payload);
        packet.Seal();
        return packet;
    }

    private void FillTransport(Packet packet)
    {
        switch (packet.Protocol)
        {
            case IpProtocol.Tcp:
                packet.Tcp.SourcePort = (ushort)Below(65_536);
                packet.Tcp.DestinationPort = (ushort)Below(65_536);
                packet.Tcp.SequenceNumber = (uint)_random.NextUInt64();
                packet.Tcp.AcknowledgmentNumber = (uint)_random.NextUInt64();
                packet.Tcp.Flags = (TcpFlags)Below(256);
                packet.Tcp.Window = (ushort)Below(65_536);
                packet.Tcp.UrgentPointer = (ushort)Below(65_536);
                FillOptions(ref packet.Tcp.Options);
                break;
            case IpProtocol.Udp:
                packet.Udp.SourcePort = (ushort)Below(65_536);
                packet.Udp.DestinationPort = (ushort)Below(65_536);
                break;
            case IpProtocol.Icmp or IpProtocol.IcmpV6:
                packet.Icmp.Type = (byte)Below(256);
                packet.Icmp.Code = (byte)Below(256);
                packet.Icmp.Identifier = (ushort)Below(65_536);
                packet.Icmp.SequenceNumber = (ushort)Below(65_536);
                break;
        }
    }

    private void FillOptions(ref TcpOptions options)
    {
        options.MaximumSegmentSize = (ushort)(_random.NextBoolean(0.5) ? 1 + Below(65_535) : 0);
        options.SackPermitted = _random.NextBoolean(0.5);
        options.HasWindowScale = _random.NextBoolean(0.5);
        options.WindowScale = (byte)(options.HasWindowScale ? Below(256) : 0);
        options.HasTimestamps = _random.NextBoolean(0.5);
        if (options.HasTimestamps)
        {
            options.TimestampValue = (uint)_random.NextUInt64();
            options.TimestampEcho = (uint)_random.NextUInt64();
        }

        int room = Math.Clamp((40 - options.Length - 4) / 8, 0, SackBlocks.Capacity);
        options.SackCount = (byte)Below(room + 1);
        for (int i = 0; i < options.SackCount; i++)
        {
            options.SackBlocks[i] = new SackBlock((uint)_random.NextUInt64(), (uint)_random.NextUInt64());
        }
    }

    private Address NextAddress(bool v4) => v4
        ? Address.FromIPv4((uint)_random.NextUInt64())
        : new Address(0x2001_0DB8_0000_0000UL | (uint)_random.NextUInt64(), _random.NextUInt64());

    private int Below(int exclusiveMaximum) => (int)_random.NextInt64(exclusiveMaximum);
}
