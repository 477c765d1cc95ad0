using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Queues;

/// <summary>Options that several queues share.</summary>
internal static class SharedQueueOptions
{
    internal static readonly Option<QueueLimit> Limit = LimitOf(QueueLimit.Packets(100), "How much the queue holds; what comes when it is full is dropped.");

    internal static readonly Option<QueueLimit> ManagedLimit = LimitOf(QueueLimit.Packets(1000), "How much the queue holds; what does not fit is dropped.");

    internal static readonly Option<long> Flows = Option<long>.WithDefault(
        "flows", ValueFormats.Count, 1024, "How many flows are told apart, by a hash of addresses, protocol and ports.", new OrderedRange<long>(1, 65536));

    internal static readonly Option<ByteSize> Quantum = Option<ByteSize>.WithDefault(
        "quantum", ValueFormats.Size, new ByteSize(1514), "How many bytes a flow may send in one turn.",
        new OrderedRange<ByteSize>(new ByteSize(1), new ByteSize(int.MaxValue)));

    internal static readonly OrderedRange<Duration> AboveZero = new(Duration.Shortest);

    internal static Option<bool> Ecn(bool value) => Option<bool>.WithDefault(
        "ecn", ValueFormats.Switch, value, "Whether packets whose sender understands it (ECT) are marked instead of dropped.");

    internal static Option<QueueLimit> LimitOf(QueueLimit value, string summary) =>
        Option<QueueLimit>.WithDefault("limit", ValueFormats.QueueLimit, value, summary);

    internal static int? PacketsIn(OptionValues values, Option<QueueLimit> option) =>
        values.Get(option) is { IsPackets: true } limit ? (int)limit.Amount : null;

    internal static long? BytesIn(OptionValues values, Option<QueueLimit> option) =>
        values.Get(option) is { IsPackets: false } limit ? limit.Amount : null;
}
