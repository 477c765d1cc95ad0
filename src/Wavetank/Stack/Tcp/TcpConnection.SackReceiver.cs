using Wavetank.Packets;

namespace Wavetank.Stack.Tcp;

/// <summary>The receiver's part of selective acknowledgments: which blocks to report, and in what order (RFC 2018 §4, RFC 2883).</summary>
internal sealed partial class TcpConnection
{
    // The most recent block first.
    private SackBlocks _sackBlocks;
    private int _sackListLength;
    private SackBlock _duplicateSack;
    private bool _duplicateSackDue;

    /// <summary>RFC 7323 appendix A, RFC 2018 §3: four blocks fit, three beside timestamps.</summary>
    private int SackRoom => _timestamps ? 3 : 4;

    private int SackCountNow => Math.Min(SackRoom, _sackListLength + (_duplicateSackDue ? 1 : 0));

    private int SackOptionLength => 4 + (8 * SackCountNow);

    /// <summary>Data came out of order: RFC 2018 §4, the block that it belongs to becomes the first.</summary>
    private void AddSackBlock(uint left, uint right)
    {
        if (!_sack)
        {
            return;
        }

        SackBlocks kept = default;
        int count = 0;
        for (int i = 0; i < _sackListLength; i++)
        {
            SackBlock block = _sackBlocks[i];
            if (SequenceNumber.AtOrBefore(block.Left, right) && SequenceNumber.AtOrAfter(block.Right, left))
            {
                left = SequenceNumber.Earlier(left, block.Left);
                right = SequenceNumber.Later(right, block.Right);
            }
            else
            {
                kept[count++] = block;
            }
        }

        _sackListLength = Math.Min(count + 1, SackBlocks.Capacity);
        _sackBlocks[0] = new SackBlock(left, right);
        for (int i = 1; i < _sackListLength; i++)
        {
            _sackBlocks[i] = kept[i - 1];
        }
    }

    /// <summary>RCV.NXT moved: blocks that it reached are no longer out of order.</summary>
    private void TrimSackBlocks()
    {
        int count = 0;
        for (int i = 0; i < _sackListLength; i++)
        {
            if (SequenceNumber.After(_sackBlocks[i].Left, RcvNxt))
            {
                _sackBlocks[count++] = _sackBlocks[i];
            }
        }

        _sackListLength = count;
    }

    /// <summary>RFC 2883 §4, §4.1 and §4.2: what came a second time, in whole or in part, is reported once, before all other blocks.</summary>
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

        _duplicateSack = new SackBlock(left, right);
        _duplicateSackDue = true;
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

    private void AddSackOption(ref TcpOptions options, int payload)
    {
        // A segment that is sent again may leave less room than the option wants; acknowledgments without data have all of it.
        int room = payload == 0 ? SackRoom : Math.Min(SackRoom, (SendMss - payload - 4) / 8);
        int count = 0;
        if (_duplicateSackDue && room > 0)
        {
            options.SackBlocks[count++] = _duplicateSack;
            _duplicateSackDue = false;
        }

        for (int i = 0; i < _sackListLength && count < room; i++)
        {
            options.SackBlocks[count++] = _sackBlocks[i];
        }

        options.SackCount = (byte)count;
    }
}
