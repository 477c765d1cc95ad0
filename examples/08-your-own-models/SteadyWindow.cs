using Wavetank.Stack.Tcp.Congestion;

namespace Wavetank.Examples;

/// <summary>A congestion control that keeps twenty segments in flight, and half of that when something was lost, until it is sent.</summary>
internal sealed class SteadyWindow : CustomCongestionControl
{
    private const int Segments = 20;

    public override void OnEstablished(CongestionContext connection) => connection.Window = Segments;

    public override void OnAcknowledgment(CongestionContext connection, in AcknowledgmentSample acknowledgment)
    {
        if (acknowledgment.MayGrow)
        {
            connection.Window = Segments;
        }
    }

    public override int OnCongestion(CongestionContext connection, CongestionSignal signal) => Segments / 2;
}
