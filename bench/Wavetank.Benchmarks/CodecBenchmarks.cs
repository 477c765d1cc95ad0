using BenchmarkDotNet.Attributes;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;

namespace Wavetank.Benchmarks;

/// <summary>Packets to bytes and back: what captures and gateways pay. A simulated packet itself is never put into bytes.</summary>
[MemoryDiagnoser]
public class CodecBenchmarks
{
    private readonly byte[] _bytes = new byte[2048];
    private readonly byte[] _written = new byte[2048];
    private PacketPool _pool = null!;
    private Packet _packet = null!;
    private int _length;

    [Params(0, 1448)]
    public int Payload { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _pool = new PacketPool();
        _packet = _pool.Rent();
        _packet.Source = Address.Parse("10.0.0.1");
        _packet.Destination = Address.Parse("10.0.0.2");
        _packet.Protocol = IpProtocol.Tcp;
        _packet.TimeToLive = 64;
        _packet.Tcp.SourcePort = 5001;
        _packet.Tcp.DestinationPort = 80;
        _packet.Tcp.Flags = TcpFlags.Ack;
        if (Payload > 0)
        {
            _packet.CarryCopy(new byte[Payload]);
        }

        _packet.Seal();
        _length = PacketCodec.Write(_packet, _written);
    }

    [Benchmark(Description = "write a TCP segment")]
    public int Write() => PacketCodec.Write(_packet, _bytes);

    [Benchmark(Description = "read a TCP segment")]
    public void Read()
    {
        PacketCodec.TryParse(_written.AsSpan(0, _length), _pool, out Packet? packet, out _);
        packet!.Release();
    }
}
