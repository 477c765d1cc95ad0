using System.Globalization;
using Wavetank.Stack.Tcp;

namespace Wavetank.Scenarios.Results;

/// <summary>The columns of a time series: the same in results.json and time-series.csv.</summary>
internal static class SampleColumns
{
    private const int BitsPerByte = 8;

    internal static readonly IReadOnlyList<SampleColumn> All =
    [
        new("timeNs", sample => Text(sample.Time)),
        new("state", sample => sample.State.ToRfcName(), IsText: true),
        new("cwnd", sample => Text(sample.Cwnd)),
        new("ssthresh", sample => sample.Ssthresh == int.MaxValue ? null : Text(sample.Ssthresh)),
        new("smoothedRttNs", sample => sample.SmoothedRtt == 0 ? null : Text(sample.SmoothedRtt)),
        new("rttVariationNs", sample => sample.SmoothedRtt == 0 ? null : Text(sample.RttVariation)),
        new("rtoNs", sample => Text(sample.Rto)),
        new("bytesInFlight", sample => Text(sample.BytesInFlight)),
        new("retransmissions", sample => Text(sample.Retransmissions)),
        new("deliveryRateBitsPerSecond", sample => Text(sample.DeliveryRate * BitsPerByte)),
        new("bytesAcknowledged", sample => Text(sample.BytesAcknowledged)),
        new("pacingRateBitsPerSecond", sample => sample.PacingRate == 0 ? null : Text(sample.PacingRate * BitsPerByte)),
        new("congestionState", sample => sample.CongestionState.ToString(), IsText: true),
    ];

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
