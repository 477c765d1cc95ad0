using System.Buffers.Binary;
using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;
using Wavetank.Tests.Packets.Codecs;

namespace Wavetank.Tests.Stack.Fuzz;

/// <summary>Inputs for a host: noise, valid packets of every kind with bytes changed, and plausible answers to what it said last.</summary>
internal sealed class FuzzGrammar(FuzzedHost host, RandomStream random)
{
    private readonly PacketPool _pool = new();
    private readonly SamplePackets _samples = new(new PacketPool(), random.NextUInt64());
    private readonly byte[] _buffer = new byte[PacketCodec.MaximumLength];

    public FuzzInput Next()
    {
        int pause = random.NextBoolean(0.05) ? (int)random.NextInt64(5_000_000) : (int)random.NextInt64(2_000);
        if (random.NextBoolean(0.03))
        {
            return new FuzzInput(true, pause, NextArp());
        }

        bool v6 = random.NextBoolean(0.5);
        byte[] bytes = random.NextInt64(10) switch
        {
            0 => Noise(v6),
            1 or 2 => Sample(v6),
            3 => Datagram(v6),
            _ => Segment(v6),
        };
        if (random.NextBoolean(0.3))
        {
            Change(bytes);
        }

        return new FuzzInput(false, pause, bytes);
    }

    private byte[] Noise(bool v6)
    {
        byte[] bytes = new byte[random.NextInt64(200)];
        random.NextBytes(bytes);
        if (bytes.Length > 40)
        {
            bytes[0] = v6 ? (byte)0x60 : (byte)0x45;
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(v6 ? 4 : 2), (ushort)(bytes.Length - (v6 ? 40 : 0)));
            PutAddresses(bytes);
            PacketSums.PutRight(bytes);
        }

        return bytes;
    }

    /// <summary>Any valid packet, fragments included, readdressed to the host.</summary>
    private byte[] Sample(bool v6)
    {
        Packet packet = _samples.Next(2_000);
        packet.Source = Sender(v6);
        packet.Destination = host.Address(v6);
        packet.Identification = packet.IsFragment ? (ushort)random.NextInt64(3) : (ushort)0;
        packet.FragmentOffset = packet.IsFragment && random.NextBoolean(0.7) ? (ushort)(8 * random.NextInt64(400)) : packet.FragmentOffset;
        if (v6)
        {
            packet.Protocol = packet.Protocol == IpProtocol.Icmp ? IpProtocol.IcmpV6 : packet.Protocol;
        }
        else
        {
            packet.Protocol = packet.Protocol == IpProtocol.IcmpV6 ? IpProtocol.Icmp : packet.Protocol;
        }

        return Bytes(packet);
    }

    private byte[] Datagram(bool v6)
    {
        Packet packet = Begin(v6, IpProtocol.Udp);
        packet.Udp.SourcePort = Port();
        packet.Udp.DestinationPort = random.NextBoolean(0.8) ? FuzzedHost.EchoPort(v6) : Port();
        return Bytes(packet);
    }

    private byte[] Segment(bool v6)
    {
        TcpHeader last = host.LastSent;
        Packet packet = Begin(v6, IpProtocol.Tcp);
        ref TcpHeader tcp = ref packet.Tcp;
        bool isAnswer = last.SourcePort == FuzzedHost.EchoPort(v6) && random.NextBoolean(0.7);
        tcp.SourcePort = isAnswer ? last.DestinationPort : Port();
        tcp.DestinationPort = FuzzedHost.EchoPort(v6);
        tcp.Flags = isAnswer
            ? TcpFlags.Ack | (random.NextBoolean(0.1) ? TcpFlags.Fin : 0) | (random.NextBoolean(0.05) ? (TcpFlags)random.NextInt64(256) : 0)
            : random.NextBoolean(0.8) ? TcpFlags.Syn : (TcpFlags)random.NextInt64(256);
        tcp.SequenceNumber = last.AcknowledgmentNumber + (random.NextBoolean(0.8) ? 0 : (uint)random.NextUInt64() >> (int)random.NextInt64(32));
        uint answered = last.SequenceNumber + (last.Has(TcpFlags.Syn) ? 1u : 0);
        tcp.AcknowledgmentNumber = answered + (random.NextBoolean(0.8) ? 0 : (uint)random.NextUInt64() >> (int)random.NextInt64(32));
        tcp.Window = (ushort)random.NextUInt64();
        tcp.UrgentPointer = (ushort)(random.NextBoolean(0.1) ? random.NextUInt64() : 0);
        tcp.Options.HasTimestamps = last.Options.HasTimestamps || random.NextBoolean(0.2);
        tcp.Options.TimestampValue = last.Options.TimestampEcho + (uint)random.NextInt64(3);
        tcp.Options.TimestampEcho = last.Options.TimestampValue;
        tcp.Options.SackPermitted = random.NextBoolean(0.3);
        tcp.Options.MaximumSegmentSize = (ushort)(random.NextBoolean(0.3) ? random.NextUInt64() : 0);
        return Bytes(packet);
    }

    private Packet Begin(bool v6, IpProtocol protocol)
    {
        Packet packet = _pool.Rent();
        packet.Source = Sender(v6);
        packet.Destination = host.Address(v6);
        packet.Protocol = protocol;
        packet.TimeToLive = 64;
        packet.TrafficClass = (byte)random.NextInt64(4);
        byte[] payload = new byte[random.NextBoolean(0.5) ? random.NextInt64(1400) : 0];
        random.NextBytes(payload);
        packet.CarryCopy(payload);
        return packet;
    }

    private byte[] Bytes(Packet packet)
    {
        packet.Seal();
        byte[] bytes = _buffer[..PacketCodec.Write(packet, _buffer)];
        packet.Release();
        return bytes;
    }

    /// <summary>Mostly the one real neighbour, otherwise anybody.</summary>
    private Address Sender(bool v6)
    {
        Address peer = Ip.Support.Addresses.Of(host.Peer, v6);
        return random.NextBoolean(0.8) ? peer
            : v6 ? new Address(peer.High, random.NextUInt64()) : Address.FromIPv4(peer.IPv4Bits ^ (uint)random.NextUInt64() >> (int)random.NextInt64(32));
    }

    private ushort Port() => (ushort)(4000 + random.NextInt64(random.NextBoolean(0.5) ? 3 : 60_000));

    private void Change(byte[] bytes)
    {
        for (int changes = (int)random.NextInt64(4); changes >= 0 && bytes.Length > 0; changes--)
        {
            bytes[random.NextInt64(Math.Min(bytes.Length, 80))] = (byte)random.NextUInt64();
        }

        if (random.NextBoolean(0.8))
        {
            PacketSums.PutRight(bytes);
        }
    }

    private void PutAddresses(byte[] bytes)
    {
        bool v6 = bytes[0] >> 4 == 6;
        Packet packet = _pool.Rent();
        packet.Source = Sender(v6);
        packet.Destination = host.Address(v6);
        packet.Seal();
        int header = packet.IpHeaderLength;
        PacketCodec.Write(packet, _buffer);
        packet.Release();
        (int from, int length) = v6 ? (8, 32) : (12, 8);
        _buffer.AsSpan(from, Math.Min(length, header - from)).CopyTo(bytes.AsSpan(from));
    }

    private byte[] NextArp()
    {
        byte[] bytes = new byte[ArpMessage.Length];
        Address sender = Sender(false);
        Address target = random.NextBoolean(0.7) ? host.Address(false) : sender;
        new ArpMessage(random.NextBoolean(0.5), new MacAddress(random.NextUInt64() & 0xFEFF_FFFF_FFFF), sender, default, target).Write(bytes);
        if (random.NextBoolean(0.3))
        {
            bytes[random.NextInt64(bytes.Length)] = (byte)random.NextUInt64();
        }

        return random.NextBoolean(0.1) ? bytes[..(int)random.NextInt64(bytes.Length)] : bytes;
    }
}
