using Wavetank.Stack.Tcp.Congestion;

namespace Wavetank.Architecture.Tests.PlugPoints;

/// <summary>Keeps two to four segments in queues, as the round-trip time tells (Brakmo, Peterson, TCP Vegas, 1995).</summary>
public sealed class Vegas : CustomCongestionControl
{
    public override void OnAcknowledgment(CongestionContext connection, in AcknowledgmentSample acknowledgment)
    {
        if (!acknowledgment.MayGrow || !connection.IsWindowLimited || acknowledgment.Rtt == TimeSpan.Zero)
        {
            return;
        }

        // What of the window only waits: its share is that of the time above the least.
        long queued = connection.Window * (acknowledgment.Rtt - connection.MinimumRtt).Ticks / acknowledgment.Rtt.Ticks;
        if (connection.Window < connection.SlowStartThreshold)
        {
            if (queued <= 4)
            {
                connection.SlowStart(acknowledgment.Delivered);
            }
            else
            {
                connection.SlowStartThreshold = connection.Window;
            }
        }
        else if (acknowledgment.RoundStarted)
        {
            connection.Window += queued < 2 ? 1 : queued > 4 && connection.Window > 2 ? -1 : 0;
        }
    }

    public override int OnCongestion(CongestionContext connection, CongestionSignal signal) => Math.Max(2, connection.Window * 3 / 4);
}
