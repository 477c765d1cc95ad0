using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Wavetank.Engine;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Applications.Datagrams;

/// <summary>Receives the datagrams of <see cref="UdpSender"/>s and tells loss, reordering and jitter of each. Counts datagrams, each once.</summary>
/// <param name="port">The port to listen on.</param>
public sealed class UdpSink(int port) : Application
{
    private readonly Dictionary<EndPoint, Sender> _senders = [];

    // In the order in which they came, for figures that do not hang on hashing.
    private readonly List<Sender> _order = [];

    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Any, port));
        byte[] buffer = new byte[ushort.MaxValue];
        var any = new IPEndPoint(IPAddress.Any, 0);
        while (true)
        {
            SocketReceiveFromResult received = await socket.ReceiveFromAsync(buffer.AsMemory(), SocketFlags.None, any);
            if (received.ReceivedBytes < UdpSender.HeaderSize)
            {
                Metrics.AddError("a datagram is too short to have a number");
                continue;
            }

            if (!_senders.TryGetValue(received.RemoteEndPoint, out Sender? sender))
            {
                _senders[received.RemoteEndPoint] = sender = new Sender();
                _order.Add(sender);
            }

            if (sender.Numbers.Add(BinaryPrimitives.ReadInt64BigEndian(buffer)))
            {
                sender.Transits.Add(timeProvider.GetTimestamp() - BinaryPrimitives.ReadInt64BigEndian(buffer.AsSpan(8)));
                Metrics.Count++;
                Metrics.AddBytes(received.ReceivedBytes, timeProvider);
            }

            Measure();
        }
    }

    private void Measure()
    {
        long lost = 0, expected = 0, reordered = 0, duplicates = 0, count = 0;
        double jitter = 0, delay = 0;
        foreach (Sender sender in _order)
        {
            lost += sender.Numbers.Lost;
            expected += sender.Numbers.Expected;
            reordered += sender.Numbers.Reordered;
            duplicates += sender.Numbers.Duplicates;
            jitter += sender.Transits.Jitter;
            delay += sender.Transits.Sum;
            count += sender.Transits.Count;
        }

        Metrics.SetFigure("loss", ApplicationFigure.Mean(lost, expected));
        Metrics.SetFigure("lost", ApplicationFigure.Sum(lost));
        Metrics.SetFigure("reordered", ApplicationFigure.Sum(reordered));
        Metrics.SetFigure("duplicates", ApplicationFigure.Sum(duplicates));
        Metrics.SetFigure("delay", ApplicationFigure.Mean(delay, count));
        Metrics.SetFigure("jitter", ApplicationFigure.Mean(jitter, _order.Count));
    }

    private sealed class Sender
    {
        public SequenceTracker Numbers { get; } = new();

        public TransitTimes Transits { get; } = new();
    }
}
