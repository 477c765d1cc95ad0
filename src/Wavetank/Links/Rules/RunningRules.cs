using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links.Rules;

/// <summary>The rules of one direction of a link, with their counts.</summary>
/// <param name="rules">The rules.</param>
/// <param name="random">Dice.</param>
/// <param name="hosts">For a device's name whether an address is one of its own; the names have been checked.</param>
internal sealed class RunningRules(IReadOnlyList<LinkRule> rules, RandomStream random, Func<string, Func<Address, bool>?>? hosts)
{
    private const byte CongestionExperienced = 0b11;

    private readonly LinkRule[] _rules = [.. rules.Select(rule => rule with { Match = rule.Match.With(name => hosts!(name)!) })];
    private readonly long[] _matches = new long[rules.Count];

    /// <summary>What becomes of a packet; changes of its header are made at once.</summary>
    public RuleOutcome Apply(Packet packet)
    {
        RuleOutcome outcome = default;
        for (int i = 0; i < _rules.Length && !outcome.IsDropped; i++)
        {
            LinkRule rule = _rules[i];
            if (rule.Match.Matches(packet) && rule.Packets.Selects(++_matches[i], random))
            {
                Apply(rule, packet, ref outcome);
            }
        }

        return outcome;
    }

    private static void Apply(LinkRule rule, Packet packet, ref RuleOutcome outcome)
    {
        switch (rule.Action)
        {
            case LinkAction.Drop:
                outcome.IsDropped = true;
                break;
            case LinkAction.Delay:
                outcome.ExtraDelay += Ranges.Nanoseconds(rule.ExtraDelay);
                break;
            case LinkAction.Duplicate:
                outcome.Copies++;
                break;
            case LinkAction.Corrupt:
                outcome.IsCorrupted = true;
                break;
            case LinkAction.MarkCongestion:
                // Only what says that its ends understand marks (ECT) is marked; others stay as they are.
                if (packet is { IsArp: false, IsHeaderDamaged: false } && (packet.TrafficClass & CongestionExperienced) != 0)
                {
                    packet.TrafficClass |= CongestionExperienced;
                    packet.Seal();
                }

                break;
            case LinkAction.SetTimeToLive:
                packet.TimeToLive = (byte)rule.Value;
                break;
            case LinkAction.SetDscp:
                if (packet is { IsArp: false, IsHeaderDamaged: false })
                {
                    packet.TrafficClass = (byte)((rule.Value << 2) | (packet.TrafficClass & CongestionExperienced));
                    packet.Seal();
                }

                break;
        }
    }
}
