using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Stack.Tcp;

namespace Wavetank.Testing.Assertions;

/// <content>How fast it was.</content>
public static partial class Expect
{
    /// <summary>
    /// Expects that one end of a TCP connection sent at least at a rate, on average from its first payload to the last acknowledgment of
    /// payload. What is counted is payload that the peer acknowledged, each byte once.
    /// </summary>
    /// <param name="flow">The sending end, of <see cref="Network.TcpFlows"/>.</param>
    /// <param name="rate">The least rate; not unlimited.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is unlimited.</exception>
    /// <exception cref="SimulationAssertException">It was slower, or sent nothing.</exception>
    public static void ThroughputAtLeast(TcpFlow flow, DataRate rate)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ThrowIfUnlimited(rate);
        if (flow.Info is not { FirstPayloadSentAt: { } first, LastPayloadAcknowledgedAt: { } last })
        {
            throw new SimulationAssertException($"Expected that {flow.From} sends to {flow.To} at {rate} or more, but nothing that it sent was acknowledged.");
        }

        ThrowIfSlow(flow, rate, new SimulationTime(first), new SimulationTime(last), flow.Info.BytesAcknowledged);
    }

    /// <summary>
    /// Expects that one end of a TCP connection sent at least at a rate, on average over a time. The network must sample its connections
    /// (<see cref="Network.SampleTcp"/>): what was acknowledged at the two instants is taken from the last samples before them.
    /// </summary>
    /// <param name="flow">The sending end, of <see cref="Network.TcpFlows"/>.</param>
    /// <param name="rate">The least rate; not unlimited.</param>
    /// <param name="from">The start of the time, since the start of the simulation; many samples before <paramref name="until"/>.</param>
    /// <param name="until">Its end.</param>
    /// <exception cref="ArgumentException"><paramref name="until"/> is not after <paramref name="from"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is unlimited.</exception>
    /// <exception cref="InvalidOperationException">The flow has no samples.</exception>
    /// <exception cref="SimulationAssertException">It was slower.</exception>
    public static void ThroughputAtLeast(TcpFlow flow, DataRate rate, TimeSpan from, TimeSpan until)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ThrowIfUnlimited(rate);
        if (until <= from)
        {
            throw new ArgumentException($"The time ends at {until}, which is not after its start at {from}.", nameof(until));
        }

        if (flow.Samples.Count == 0)
        {
            throw new InvalidOperationException($"The flow {flow.From} to {flow.To} has no samples; call network.SampleTcp before the network runs.");
        }

        (SimulationTime start, SimulationTime end) = (SimulationTime.FromTimeSpan(from), SimulationTime.FromTimeSpan(until));
        ThrowIfSlow(flow, rate, start, end, AcknowledgedAt(flow, end) - AcknowledgedAt(flow, start));
    }

    private static long AcknowledgedAt(TcpFlow flow, SimulationTime time)
    {
        long bytes = 0;
        foreach (TcpSample sample in flow.Samples)
        {
            if (sample.Time > time.Nanoseconds)
            {
                break;
            }

            bytes = sample.BytesAcknowledged;
        }

        return bytes;
    }

    private static void ThrowIfSlow(TcpFlow flow, DataRate rate, SimulationTime from, SimulationTime until, long bytes)
    {
        Int128 bitNanoseconds = (Int128)bytes * 8 * 1_000_000_000;
        long nanoseconds = until.Nanoseconds - from.Nanoseconds;
        if (bitNanoseconds < (Int128)rate.BitsPerSecond * nanoseconds)
        {
            throw new SimulationAssertException(
                $"Expected that {flow.From} sends to {flow.To} at {rate} or more from {from} to {until}, "
                + $"but it was {Rate((long)(bitNanoseconds / nanoseconds))}: {bytes} bytes were acknowledged.");
        }
    }

    // A rate of 0 would read "unlimited".
    private static string Rate(long bitsPerSecond) => bitsPerSecond == 0 ? "0bps" : $"{new DataRate(bitsPerSecond)}";

    private static void ThrowIfUnlimited(DataRate rate)
    {
        if (rate.BitsPerSecond <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "The least rate has a number, such as DataRate.Mbps(10).");
        }
    }
}
