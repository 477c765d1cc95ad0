using System.Net;
using System.Net.Sockets;
using Wavetank.Engine;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Applications.Voice;

/// <summary>Listens to <see cref="VoiceCaller"/>s and rates each call by <see cref="VoiceQuality"/>. Counts frames that were heard.</summary>
/// <param name="port">The port to listen on.</param>
/// <param name="buffer">The length of the jitter buffer.</param>
public sealed class VoiceReceiver(int port, TimeSpan buffer) : Application
{
    private readonly Dictionary<EndPoint, VoiceCall> _calls = [];

    // In the order in which they came, for figures that do not hang on hashing.
    private readonly List<VoiceCall> _order = [];

    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Any, port));
        byte[] bytes = new byte[ushort.MaxValue];
        var any = new IPEndPoint(IPAddress.Any, 0);
        while (true)
        {
            SocketReceiveFromResult received = await socket.ReceiveFromAsync(bytes.AsMemory(), SocketFlags.None, any);
            if (!VoiceFrame.TryRead(bytes.AsSpan(0, received.ReceivedBytes), out ushort number, out long sentAt))
            {
                Metrics.AddError("a datagram is no frame of G.711");
                continue;
            }

            if (!_calls.TryGetValue(received.RemoteEndPoint, out VoiceCall? call))
            {
                _calls[received.RemoteEndPoint] = call = new VoiceCall(buffer);
                _order.Add(call);
            }

            call.Add(number, sentAt, timeProvider.GetTimestamp());
            Metrics.AddBytes(received.ReceivedBytes, timeProvider);
            Measure();
        }
    }

    private void Measure()
    {
        long heard = 0, expected = 0, late = 0;
        double score = 0, delay = 0, jitter = 0;
        foreach (VoiceCall call in _order)
        {
            heard += call.Heard;
            expected += call.Expected;
            late += call.Late;
            delay += call.Delay;
            jitter += call.Transits.Jitter;
            score += VoiceQuality.MeanOpinionScore(VoiceQuality.Rating(call.Delay / 1e6, call.Loss));
        }

        Metrics.Count = heard;
        Metrics.SetFigure("mos", ApplicationFigure.Mean(score, _order.Count));
        Metrics.SetFigure("loss", ApplicationFigure.Mean(expected - heard, expected));
        Metrics.SetFigure("late", ApplicationFigure.Sum(late));
        Metrics.SetFigure("delay", ApplicationFigure.Mean(delay, _order.Count));
        Metrics.SetFigure("jitter", ApplicationFigure.Mean(jitter, _order.Count));
    }
}
