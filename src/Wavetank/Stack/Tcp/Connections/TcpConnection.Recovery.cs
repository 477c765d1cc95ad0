using Wavetank.Packets;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>
/// Loss recovery: the states between a first suspicion and the end of a recovery (RFC 5681 §3.2, RFC 6582; RFC 6675 and RFC 8985
/// with SACK). Counts are in segments.
/// </summary>
internal sealed partial class TcpConnection
{
    private uint _highSeq;
    private int _reordering = TcpDefaults.DuplicateThreshold;

    internal RecoveryState Recovery { get; private set; }

    /// <summary>Segments that the peer has out of order: by SACK, or one per duplicate acknowledgment.</summary>
    internal int SackedOut { get; private set; }

    /// <summary>Segments held to be on the way: "pipe" of RFC 6675 §2.</summary>
    internal int SegmentsInFlight => _sent.Count - SackedOut - LostOut + RetransmittedOut;

    internal bool InWindowReduction => Recovery is RecoveryState.WindowReduced or RecoveryState.Recovery;

    /// <summary>Whether something that was sent again may still be on the way.</summary>
    private bool IsRetransmissionOut => RetransmittedOut > 0 || (_sent.Count > 0 && _sent[0].Has(SegmentMarks.EverRetransmitted));

    private void UpdateRecovery(ref AckContext context, bool duplicate, in TcpHeader segment)
    {
        if (context.Has(AckFacts.EcnEcho))
        {
            _priorSsthresh = 0;
        }

        if (Recovery != RecoveryState.Open && Recovery != RecoveryState.Loss && SequenceNumber.AtOrAfter(SndUna, _highSeq))
        {
            if (Recovery == RecoveryState.WindowReduced)
            {
                if (SndUna != _highSeq)
                {
                    EndWindowReduction();
                    Recovery = RecoveryState.Open;
                }
            }
            else if (Recovery == RecoveryState.Recovery)
            {
                if (!_sack)
                {
                    SackedOut = 0;
                }

                if (TryUndoRecovery(in segment))
                {
                    return;
                }
            }
        }

        switch (Recovery)
        {
            case RecoveryState.Recovery:
                if (!context.Has(AckFacts.Advanced))
                {
                    if (!_sack && duplicate)
                    {
                        CountDuplicate(ref context);
                    }
                }
                else if (TryUndoPartial(in segment))
                {
                    return;
                }

                if (TryUndoByDuplicates())
                {
                    TryToOpen(ref context);
                }

                IdentifyLosses(ref context);
                if (Recovery != RecoveryState.Recovery)
                {
                    RecoverOrOpen(ref context);
                }

                break;
            case RecoveryState.Loss:
                UpdateLoss(ref context, duplicate, in segment);
                if (Recovery == RecoveryState.Loss)
                {
                    IdentifyLosses(ref context);
                    return;
                }

                goto default;
            default:
                if (!_sack)
                {
                    if (context.Has(AckFacts.Advanced))
                    {
                        SackedOut = 0;
                    }

                    if (duplicate)
                    {
                        CountDuplicate(ref context);
                    }
                }

                if (Recovery <= RecoveryState.Disorder)
                {
                    TryUndoByDuplicates();
                }

                IdentifyLosses(ref context);
                RecoverOrOpen(ref context);
                break;
        }
    }

    private void RecoverOrOpen(ref AckContext context)
    {
        if (LostOut == 0)
        {
            TryToOpen(ref context);
        }
        else
        {
            EnterRecovery(context.Has(AckFacts.EcnEcho));
        }
    }

    /// <summary>Back to Open where nothing is suspect, or to Disorder.</summary>
    private void TryToOpen(ref AckContext context)
    {
        if (context.Has(AckFacts.EcnEcho))
        {
            EnterWindowReduced();
        }

        if (Recovery != RecoveryState.WindowReduced)
        {
            RecoveryState next = SackedOut + LostOut > 0 || IsRetransmissionOut ? RecoveryState.Disorder : RecoveryState.Open;
            if (next != Recovery)
            {
                Recovery = next;
                _highSeq = SndNxt;
            }
        }
    }

    /// <summary>RFC 6582 §3.2, step 2: enters fast recovery; the window goes down by RFC 6937.</summary>
    private void EnterRecovery(bool ecnEcho)
    {
        Statistics.FastRecoveries++;
        _layer.Statistics.FastRecoveries++;
        _priorSsthresh = 0;
        BeginUndo();
        if (!InWindowReduction)
        {
            if (!ecnEcho)
            {
                _priorSsthresh = CurrentSsthresh();
            }

            BeginWindowReduction();
        }

        Recovery = RecoveryState.Recovery;
        _highSeq = SndNxt;
    }
}
