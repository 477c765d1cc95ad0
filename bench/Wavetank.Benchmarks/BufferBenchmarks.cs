using BenchmarkDotNet.Attributes;
using Wavetank.Packets;
using Wavetank.Stack.Tcp.Receiving;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Benchmarks;

/// <summary>The way of bytes through a connection: copied into the send buffer, carried by a packet, held by the receive buffer, copied out.</summary>
[MemoryDiagnoser]
public class BufferBenchmarks
{
    private readonly PacketPool _pool = new();
    private byte[] _user = [];
    private SendBuffer _sending;
    private ReceiveBuffer _receiving;
    private PayloadBlock _block = null!;

    [Params(64, 1448)]
    public int Segment { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _user = new byte[Segment];
        _sending = new SendBuffer(_pool);
        _receiving = new ReceiveBuffer(_pool);
        _block = _pool.RentBlock();
        _block.Filled = Segment;

        // Something always stays behind, as in a connection that is busy.
        _sending.Append(_user);
    }

    [Benchmark(Description = "send buffer: append, carry, discard")]
    public void Send()
    {
        _sending.Append(_user);
        Packet packet = _pool.Rent();
        _sending.Carry(packet, 0, Segment);
        packet.Release();
        _sending.Discard(Segment);
    }

    [Benchmark(Description = "receive buffer: append, read")]
    public int Receive()
    {
        _receiving.Append(_block, 0, Segment);
        return _receiving.Read(_user, peek: false);
    }
}
