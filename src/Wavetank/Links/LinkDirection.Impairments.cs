using Wavetank.Links.Impairments;
using Wavetank.Links.Queues;
using Wavetank.Links.Rules;
using Wavetank.Packets;

namespace Wavetank.Links;

/// <content>What happens to a packet between the transmitter and the far end, where anything does.</content>
internal sealed partial class LinkDirection
{
    private RunningRules? _rules;
    private Slots? _slots;
    private int _sinceReordered;
    private bool _hasImpairments;

    private void SetImpairments(LinkOptions options, LinkOptions before)
    {
        if (_isNew || (!ReferenceEquals(options.Rules, before.Rules) && !options.Rules.SequenceEqual(before.Rules)))
        {
            _rules = options.Rules.Count == 0 ? null : new RunningRules(options.Rules, Dice.Rules, _context.Hosts);
        }

        if (options.Slots != _slots?.Options)
        {
            _slots = options.Slots is { } slots ? new Slots(slots, Dice.Slots) : null;
        }

        _hasImpairments = options.Duplicate > 0 || options.Reorder > 0 || options.Corrupt > 0 || !options.KeepOrder || _rules is not null || _slots is not null;
    }

    /// <summary>Lets the rules, and then chance, have their turn with a packet that leaves the transmitter at <see cref="_busyUntil"/>.</summary>
    private void Impair(Packet packet)
    {
        long extraDelay = 0;
        if (_rules is not null)
        {
            RuleOutcome outcome = _rules.Apply(packet);
            if (outcome.IsDropped)
            {
                Drop(packet, DropReason.LinkRule);
                return;
            }

            extraDelay = outcome.ExtraDelay;
            packet = outcome.IsCorrupted ? Damage(packet) : packet;
            for (int i = 0; i < outcome.Copies; i++)
            {
                PropagateCopy(packet, extraDelay);
            }
        }

        if (DrawDuplicate())
        {
            PropagateCopy(packet, extraDelay);
        }

        Propagate(packet, extraDelay);
    }

    private void PropagateCopy(Packet packet, long extraDelay)
    {
        Statistics.DuplicatedPackets++;
        Propagate(packet.Pool.RentCopy(packet), extraDelay);
    }

    private void Propagate(Packet packet, long extraDelay)
    {
        if (_loss is not null && _loss.IsLost(packet) && !(_options.LossEcn && TryMark(packet)))
        {
            Drop(packet, DropReason.LinkLoss);
            return;
        }

        if (DrawCorrupt())
        {
            packet = Damage(packet);
        }

        long arrival = _busyUntil;
        if (!DrawReorder())
        {
            arrival += _delay is null ? _fixedDelay : Math.Max(0, _delay.NextNanoseconds(packet));
            arrival = _slots?.Release(arrival, packet) ?? arrival;

            // Nobody overtakes unless reordering was asked for: not by jitter, and not when the delay is made shorter.
            arrival = _options.KeepOrder ? Math.Max(arrival, _lastArrival) : arrival;
            _lastArrival = Math.Max(arrival, _lastArrival);
        }

        Launch(packet, arrival + extraDelay, mayOvertake: extraDelay > 0 || _options.Reorder > 0 || !_options.KeepOrder);
    }

    /// <summary>Marks a packet as having met congestion, if its sender understands that.</summary>
    public bool TryMark(Packet packet)
    {
        bool isMarked = EcnMark.TryApply(packet);
        Statistics.MarkedPackets += isMarked ? 1 : 0;
        return isMarked;
    }

    private Packet Damage(Packet packet)
    {
        Statistics.CorruptedPackets++;
        return BitFlip.Apply(packet, Dice.CorruptBit);
    }

    private bool DrawDuplicate() => _options.Duplicate > 0
        && Dice.Duplicate.Next(_options.DuplicateCorrelation) < _options.Duplicate;

    private bool DrawCorrupt() => _options.Corrupt > 0
        && Dice.Corrupt.Next(_options.CorruptCorrelation) < _options.Corrupt;

    private bool DrawReorder()
    {
        if (_options.Reorder == 0)
        {
            return false;
        }

        _sinceReordered++;
        if (_sinceReordered < _options.ReorderGap
            || Dice.Reorder.Next(_options.ReorderCorrelation) >= _options.Reorder)
        {
            return false;
        }

        _sinceReordered = 0;
        return true;
    }
}
