using Wavetank.Packets;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>Which acknowledgments give a round-trip time (RFC 6298 §3, RFC 7323 §4.1).</summary>
internal sealed partial class TcpConnection
{
    /// <summary>RFC 6298 §3 (Karn): not from what was sent again; RFC 7323 §4.1: its timestamp's echo tells even then.</summary>
    private void MeasureRtt(in TcpHeader segment, ref AckContext context)
    {
        long now = _host.Now;
        if (context.FirstAcked != 0 && !context.Has(AckFacts.RetransmissionAcked))
        {
            AddRttSample(Math.Max(1, now - context.FirstAcked));
            context.Rtt = Math.Max(1, now - context.LastAcked);
        }
        else if (context.FirstSacked != 0)
        {
            AddRttSample(Math.Max(1, now - context.FirstSacked));
            context.Rtt = Math.Max(1, now - context.LastSacked);
        }
        else if (context.Has(AckFacts.Advanced) && _timestamps && segment.Options.HasTimestamps && segment.Options.TimestampEcho != 0)
        {
            long ticks = (int)(TimestampNow - segment.Options.TimestampEcho);
            if (ticks >= 0)
            {
                AddRttSample(Math.Max(1, ticks) * TcpDefaults.Millisecond);
            }
        }
    }

    private void AddRttSample(long rtt)
    {
        _rtt.Add(rtt, SndUna, SndNxt);

        // RFC 6298 §5.7 note: the back-off ends with a new sample.
        _rto = _rtt.Rto;
        UpdateMinimumRtt(rtt);
    }
}
