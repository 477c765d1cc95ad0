using Wavetank.Links.Places;
using Wavetank.Scenarios.Kinds.Conditions;
using Wavetank.Scenarios.Kinds.Presets;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Keys;

/// <summary>The keys of a link. Conditions hold in both directions unless <c>forward</c> or <c>backward</c> says otherwise.</summary>
internal static class LinkKeys
{
    internal static readonly Section Between = new(
        "between", "The two devices, first and second; for a counted device, one link for each of its members.", "[client, server]", isRequired: true);

    internal static readonly Option<string> Name = Option<string>.Optional(
        "name", ValueFormats.Name, "The link's name; first-second when absent.");

    internal static readonly Option<PresetKind> Preset = Option<PresetKind>.Optional(
        "preset", ValueFormats.KindOf(() => PresetKinds.Table),
        "The conditions of a known sort of access, of which the first device is the subscriber: forward is its upload. Other keys take the place of what it says.");

    internal static readonly Option<Factor> PathInflation = Option<Factor>.WithDefault(
        "path-inflation", ValueFormats.Factor, new Factor((decimal)Place.DefaultPathInflation),
        "How much longer the way is than the great circle between the two devices' places, where these give the delay.",
        new OrderedRange<Factor>(new Factor(1), new Factor(100)));

    internal static readonly Option<BitRate> Rate = Option<BitRate>.Optional(
        "rate", ValueFormats.Rate, "How fast bits are sent; without limit when absent.", new OrderedRange<BitRate>(new BitRate(1))).OrMapping(ConditionForms.Rate);

    internal static readonly Option<Duration> Delay = Option<Duration>.WithDefault(
        "delay", ValueFormats.Duration, new Duration(0), "How long a packet is under way once it is sent.").OrMapping(ConditionForms.Delay);

    internal static readonly Option<Duration> Jitter = Option<Duration>.WithDefault(
        "jitter", ValueFormats.Duration, new Duration(0), "By how much the delay varies at random.");

    internal static readonly Option<Probability> Loss = Option<Probability>.WithDefault(
        "loss", ValueFormats.Probability, new Probability(0), "The share of packets that are lost, each independently.").OrMapping(ConditionForms.Loss);

    internal static readonly Option<bool> LossEcn = Option<bool>.Optional(
        "loss-ecn", ValueFormats.Switch, "Whether packets that would be lost, and whose sender understands it (ECT), are marked instead; off when absent.");

    internal static readonly Option<Probability> Duplicate = Option<Probability>.WithDefault(
        "duplicate", ValueFormats.Probability, new Probability(0), "The share of packets that arrive twice.").OrMapping(ConditionForms.Duplicate);

    internal static readonly Option<Probability> Reorder = Option<Probability>.WithDefault(
        "reorder", ValueFormats.Probability, new Probability(0), "The share of packets that arrive out of their order.").OrMapping(ConditionForms.Reorder);

    internal static readonly Option<Probability> Corrupt = Option<Probability>.WithDefault(
        "corrupt", ValueFormats.Probability, new Probability(0), "The share of packets of which one bit is turned over on the way.").OrMapping(ConditionForms.Corrupt);

    internal static readonly Option<bool> KeepOrder = Option<bool>.Optional(
        "keep-order", ValueFormats.Switch, "Whether packets keep their order where the delay varies; on when absent, off as netem does.");

    internal static readonly Option<long> Limit = Option<long>.Optional(
        "limit", ValueFormats.Count, "The most packets inside: waiting, being sent and under way; without limit when absent.", new OrderedRange<long>(1, int.MaxValue));

    internal static readonly Section Slot = Detail("slot", "Slots in which what was delayed arrives in bursts; none when absent.", ConditionForms.Slot);

    internal static readonly Section Schedule = Detail("schedule", "Rate, delay and loss that change with time; none when absent.", ConditionForms.Schedule);

    internal static readonly Section Rules = Detail("rules", "What is done to packets that match; nothing when absent.", ConditionForms.Rules);

    internal static readonly Option<long> Cost = Option<long>.WithDefault(
        "cost", ValueFormats.Count, 1, "What it costs routes to take the link; the cheapest path is taken.", new OrderedRange<long>(1, 65_535));

    // RFC 791 §3.1: every internet module must forward 68 octets; the total length field ends at 65,535.
    internal static readonly Option<ByteSize> Mtu = Option<ByteSize>.WithDefault(
        "mtu", ValueFormats.Size, new ByteSize(1500), "The largest IP packet that the link carries.",
        new OrderedRange<ByteSize>(new ByteSize(68), new ByteSize(65535)));

    internal static readonly Section Queue = new("queue", "Where packets wait to be sent: { kind: fifo, limit: 100 packets } when absent.",
        "{ kind: fifo, limit: 100 packets }");

    internal static readonly Section Forward = new("forward", "Conditions from the first device to the second.", "{ rate: 1Mbps, delay: 20ms }");

    internal static readonly Section Backward = new("backward", "Conditions from the second device to the first.", "{ rate: 1Mbps, delay: 20ms }");

    /// <summary>What may change in the course of a run, of each direction for itself.</summary>
    internal static readonly IReadOnlyList<Key> ChangeableOfDirection = [Rate, Delay, Jitter, KeepOrder, Loss, LossEcn, Duplicate, Reorder, Corrupt, Slot, Limit, Schedule, Rules, Queue, Mtu];

    /// <summary>What may change in the course of a run.</summary>
    internal static readonly IReadOnlyList<Key> Changeable = [Preset, .. ChangeableOfDirection, Forward, Backward];

    /// <summary>What each direction has for itself.</summary>
    internal static readonly IReadOnlyList<Key> OfDirection = [.. ChangeableOfDirection.Where(key => key != Queue && key != Mtu), Cost, Queue, Mtu];

    internal static readonly IReadOnlyList<Key> All = [Between, Name, Preset, PathInflation, .. OfDirection, Forward, Backward];

    private static Section Detail(string name, string summary, ConditionForm form) => new(name, summary, form.Example) { Form = form };
}
