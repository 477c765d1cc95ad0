using Wavetank.Packets;
using Wavetank.Stack.Tcp.Receiving;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>The receiver's part of selective acknowledgments: when there is something to report (RFC 2018, RFC 2883).</summary>
internal sealed partial class TcpConnection
{
    private SackReport? _sackReport;

    /// <summary>RFC 7323 appendix A, RFC 2018 §3: four blocks fit, three beside timestamps.</summary>
    private int SackRoom => _timestamps ? 3 : 4;

    private int SackCountNow => _sackReport is { } report ? Math.Min(SackRoom, report.Count) : 0;

    private int SackOptionLength => 4 + (8 * SackCountNow);

    private void AddSackBlock(uint left, uint right)
    {
        if (_sack)
        {
            (_sackReport ??= new SackReport()).Add(left, right);
        }
    }

    private void NoteDuplicate(uint left, uint right)
    {
        if (!_sack || !SequenceNumber.Before(left, right))
        {
            return;
        }

        if (SequenceNumber.Before(left, RcvNxt))
        {
            right = SequenceNumber.Earlier(right, RcvNxt);
        }

        (_sackReport ??= new SackReport()).NoteDuplicate(left, right);
    }

    /// <summary>A segment that ends outside the window: only where it lies before RCV.NXT was it ever received.</summary>
    private void NoteOld(uint left, uint right)
    {
        if (SequenceNumber.Before(left, RcvNxt) && SequenceNumber.Before(left, right))
        {
            EnterQuickAcks(TcpDefaults.MaximumQuickAcks);
            NoteDuplicate(left, right);
        }
    }

    /// <summary>A segment that is sent again may leave less room than the option wants; acknowledgments without data have all of it.</summary>
    private void AddSackOption(SackReport report, ref TcpOptions options, int payload) =>
        report.WriteTo(ref options, payload == 0 ? SackRoom : Math.Min(SackRoom, (SendMss - payload - 4) / 8));
}
