using Wavetank.Devices;
using Wavetank.Stack.Tcp;

namespace Wavetank.Scenarios.Results;

/// <summary>Takes the figures of TCP flows.</summary>
internal static class FlowResults
{
    internal static IReadOnlyList<FlowResult> Collect(Network network) => [.. network.TcpFlows.Select(Describe)];

    internal static FlowResult Describe(TcpFlow flow)
    {
        TcpInfo info = flow.Info;
        return new FlowResult(
            flow.From,
            flow.To,
            info.State.ToRfcName(),
            info.BytesAcknowledged,
            Goodput.Of(info.BytesAcknowledged, info.FirstPayloadSentAt, info.LastPayloadAcknowledgedAt),
            info.SegmentsSent,
            info.Retransmissions,
            Nanoseconds(info.SmoothedRtt),
            Nanoseconds(info.MinimumRtt))
        {
            CongestionControl = info.CongestionControl,
            Samples = flow.Samples,
        };
    }

    private static long? Nanoseconds(TimeSpan time) => time == TimeSpan.Zero ? null : time.Ticks * TimeSpan.NanosecondsPerTick;
}
