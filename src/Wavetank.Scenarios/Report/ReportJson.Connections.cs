using Wavetank.Devices;
using Wavetank.Recording.Connections;
using Wavetank.Scenarios.Results;
using Wavetank.Stack.Tcp;

namespace Wavetank.Scenarios.Report;

internal sealed partial class ReportJson
{
    // Of all connections together.
    private const int MostSamples = 24_576;
    private const int MostSegments = 30_000;
    private const int BitsPerByte = 8;

    private void WriteConnections()
    {
        int samples = Coarsening.Of(
            _connections.Shown.SelectMany(connection => new[] { connection.First.Samples.Count, connection.Second?.Samples.Count ?? 0 }), MostSamples);
        int segments = MostSegments;
        _json.WriteStartArray("connections");
        foreach (ReportConnection connection in _connections.Shown)
        {
            _json.WriteStartObject();
            _json.WriteStartArray("ends");
            _json.WriteStringValue(connection.First.From);
            _json.WriteStringValue(connection.Second?.From ?? connection.First.To);
            _json.WriteEndArray();
            _json.WriteStartArray("flows");
            WriteFlow(connection.First, samples);
            WriteFlow(connection.Second, samples);
            _json.WriteEndArray();
            segments -= WriteSegments(connection.Recorded, segments);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteNumber("connectionsOmitted", _connections.Omitted);
    }

    private void WriteFlow(TcpFlow? flow, int samples)
    {
        if (flow is null)
        {
            _json.WriteNullValue();
            return;
        }

        FlowResult figures = FlowResults.Describe(flow);
        _json.WriteStartObject();
        _json.WriteString("state", figures.State);
        _json.WriteString("congestionControl", figures.CongestionControl);
        _json.WriteNumber("bytes", figures.Bytes);
        _json.WriteNumber("goodputBitsPerSecond", figures.Goodput);
        _json.WriteNumber("segments", figures.Segments);
        _json.WriteNumber("retransmissions", figures.Retransmissions);
        Optional("smoothedRttNs", figures.SmoothedRtt);
        Optional("minimumRttNs", figures.MinimumRtt);
        WriteSamples(figures.Samples, samples);
        _json.WriteEndObject();
    }

    private void WriteSamples(IReadOnlyList<TcpSample> all, int most)
    {
        if (all.Count == 0)
        {
            _json.WriteNull("samples");
            return;
        }

        int step = (all.Count + most - 1) / most;
        TcpSample[] samples = [.. all.Where((_, index) => index % step == 0 || index == all.Count - 1)];
        _json.WriteStartObject("samples");
        Numbers("timeNs", samples.Select(sample => sample.Time));
        Numbers("cwnd", samples.Select(sample => (long)sample.Cwnd));
        Numbers("ssthresh", samples.Select(sample => sample.Ssthresh == int.MaxValue ? null : (long?)sample.Ssthresh));
        Numbers("smoothedRttNs", samples.Select(sample => sample.SmoothedRtt == 0 ? null : (long?)sample.SmoothedRtt));
        Numbers("rtoNs", samples.Select(sample => sample.Rto));
        Numbers("bytesInFlight", samples.Select(sample => sample.BytesInFlight));
        Numbers("retransmissions", samples.Select(sample => sample.Retransmissions));
        Numbers("deliveryRateBitsPerSecond", samples.Select(sample => sample.DeliveryRate * BitsPerByte));
        Numbers("bytesAcknowledged", samples.Select(sample => sample.BytesAcknowledged));
        _json.WriteEndObject();
    }

    /// <returns>How many were written.</returns>
    private int WriteSegments(RecordedConnection? recorded, int most)
    {
        RecordedSegment[] segments = recorded is null ? [] : [.. recorded.Segments];
        if (segments.Length == 0 || segments.Length > most)
        {
            _json.WriteNull("segments");
            return 0;
        }

        _json.WriteStartObject("segments");
        _json.WriteNumber("total", recorded!.Total);
        Numbers("number", segments.Select(segment => segment.Number));
        Numbers("from", segments.Select(segment => segment.FromOpener ? 0L : 1));
        Numbers("sentNs", segments.Select(segment => segment.SentAt.Nanoseconds));
        Numbers("endNs", segments.Select(segment => segment.EndedAt?.Nanoseconds));
        Numbers("dropped", segments.Select(segment => segment.Drop is { } drop ? _placesOfDrops[drop] : -1L));
        Numbers("flags", segments.Select(segment => (long)segment.Flags));
        Numbers("sequence", segments.Select(segment => segment.Sequence));
        Numbers("length", segments.Select(segment => (long)segment.Length));
        Numbers("acknowledgment", segments.Select(segment => segment.Acknowledgment));
        Numbers("window", segments.Select(segment => segment.Window));
        Array("again", segments, segment => _json.WriteBooleanValue(segment.IsRetransmission));
        _json.WriteEndObject();
        return segments.Length;
    }
}
