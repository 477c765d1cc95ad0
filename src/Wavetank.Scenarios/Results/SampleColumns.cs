using Wavetank.Stack.Tcp;

namespace Wavetank.Scenarios.Results;

/// <summary>The columns of a time series: the same in results.json and time-series.csv.</summary>
internal static class SampleColumns
{
    private const int BitsPerByte = 8;

    internal static readonly IReadOnlyList<SampleColumn> All =
    [
        new("timeNs", sample => sample.Time),
        new("state", sample => sample.State.ToRfcName(), IsText: true),
        new("cwnd", sample => (long)sample.Cwnd),
        new("ssthresh", sample => sample.Ssthresh == int.MaxValue ? null : (long)sample.Ssthresh),
        new("smoothedRttNs", sample => sample.SmoothedRtt == 0 ? null : sample.SmoothedRtt),
        new("rttVariationNs", sample => sample.SmoothedRtt == 0 ? null : sample.RttVariation),
        new("rtoNs", sample => sample.Rto),
        new("bytesInFlight", sample => sample.BytesInFlight),
        new("retransmissions", sample => sample.Retransmissions),
        new("deliveryRateBitsPerSecond", sample => sample.DeliveryRate * BitsPerByte),
        new("bytesAcknowledged", sample => sample.BytesAcknowledged),
        new("pacingRateBitsPerSecond", sample => sample.PacingRate == 0 ? null : sample.PacingRate * BitsPerByte),
        new("congestionState", sample => sample.CongestionState.ToString(), IsText: true),
    ];
}
