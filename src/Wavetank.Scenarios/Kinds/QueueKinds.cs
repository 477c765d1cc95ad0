using Wavetank.Links;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The table of queues.</summary>
internal static class QueueKinds
{
    internal static readonly Option<QueueLimit> Limit = Option<QueueLimit>.WithDefault(
        "limit", ValueFormats.QueueLimit, QueueLimit.Packets(100), "How much the queue holds; what comes when it is full is dropped.");

    internal static readonly KindTable<QueueKind> Table = new(
        "queue",
        new QueueKind("fifo", "First in, first out; drops what arrives when it is full (drop-tail).", CreateFifo, Limit));

    private static QueueOptions CreateFifo(OptionValues values)
    {
        QueueLimit limit = values.Get(Limit);
        return limit.IsPackets ? QueueOptions.Packets((int)limit.Amount) : QueueOptions.Bytes(limit.Amount);
    }
}
