using Wavetank.Scenarios.Kinds.Queues;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The table of queues.</summary>
internal static class QueueKinds
{
    internal static readonly KindTable<QueueKind> Table = new(
        "queue",
        SimpleQueues.Fifo,
        SimpleQueues.HeadDrop,
        SimpleQueues.Priority,
        SimpleQueues.Drr,
        RedRow.Row,
        CodelRows.Codel,
        CodelRows.FqCodel,
        PieRow.Row,
        TokenBucketRows.Shaper,
        TokenBucketRows.Policer);
}
