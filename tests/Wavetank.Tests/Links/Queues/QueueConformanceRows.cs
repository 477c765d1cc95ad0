using Wavetank.Links;
using Wavetank.Links.Queues;

namespace Wavetank.Tests.Links.Queues;

public sealed class FifoConformance : QueueConformance
{
    protected override QueueOptions Options => new FifoQueueOptions { LimitPackets = 20 };
}

public sealed class FifoOfBytesConformance : QueueConformance
{
    protected override QueueOptions Options => new FifoQueueOptions { LimitPackets = null, LimitBytes = 15_000 };

    protected override (int Packets, long Bytes) Limits => (int.MaxValue, 15_000);
}

public sealed class HeadDropConformance : QueueConformance
{
    protected override QueueOptions Options => new HeadDropQueueOptions { LimitPackets = 20 };
}

public sealed class HeadDropOfBytesConformance : QueueConformance
{
    protected override QueueOptions Options => new HeadDropQueueOptions { LimitPackets = null, LimitBytes = 15_000 };

    protected override (int Packets, long Bytes) Limits => (int.MaxValue, 15_000);
}

public sealed class PriorityConformance : QueueConformance
{
    protected override QueueOptions Options => new PriorityQueueOptions { LimitPackets = 20 };

    protected override (int Packets, long Bytes) Limits => (60, long.MaxValue);
}

public sealed class DrrConformance : QueueConformance
{
    protected override QueueOptions Options => new DrrQueueOptions { LimitPackets = 20 };
}

public sealed class DrrOfBytesConformance : QueueConformance
{
    protected override QueueOptions Options => new DrrQueueOptions { Quantum = 100, Flows = 2, LimitPackets = null, LimitBytes = 15_000 };

    protected override (int Packets, long Bytes) Limits => (int.MaxValue, 15_000);
}

public sealed class RedConformance : QueueConformance
{
    protected override QueueOptions Options => new RedQueueOptions { Minimum = 5_000, Maximum = 10_000, LimitBytes = 20_000, Probability = 0.1 };

    protected override (int Packets, long Bytes) Limits => (int.MaxValue, 20_000);
}

public sealed class RedWithAllConformance : QueueConformance
{
    protected override QueueOptions Options => new RedQueueOptions { Minimum = 5_000, Maximum = 10_000, LimitBytes = 20_000, Gentle = true, Ecn = true, Adaptive = true };

    protected override (int Packets, long Bytes) Limits => (int.MaxValue, 20_000);
}

public sealed class CodelConformance : QueueConformance
{
    protected override QueueOptions Options => new CodelQueueOptions { LimitPackets = 20 };
}

public sealed class CodelWithMarksConformance : QueueConformance
{
    protected override QueueOptions Options => new CodelQueueOptions { LimitPackets = 20, Ecn = true };
}

public sealed class FqCodelConformance : QueueConformance
{
    protected override QueueOptions Options => new FqCodelQueueOptions { LimitPackets = 20 };
}

public sealed class FqCodelOfOneFlowConformance : QueueConformance
{
    protected override QueueOptions Options => new FqCodelQueueOptions { LimitPackets = 20, Flows = 1, Quantum = 300, Ecn = false };
}

public sealed class FqCodelOfBytesConformance : QueueConformance
{
    protected override QueueOptions Options => new FqCodelQueueOptions { MemoryLimit = 15_000 };

    protected override (int Packets, long Bytes) Limits => (int.MaxValue, 15_000);
}

public sealed class PieConformance : QueueConformance
{
    protected override QueueOptions Options => new PieQueueOptions { LimitPackets = 20 };
}

public sealed class PieWithMarksConformance : QueueConformance
{
    protected override QueueOptions Options => new PieQueueOptions { LimitPackets = 20, Ecn = true, BurstAllowance = TimeSpan.Zero };
}

public sealed class ShaperConformance : QueueConformance
{
    protected override QueueOptions Options => new ShaperQueueOptions { Rate = DataRate.Mbps(4), LimitPackets = 20 };
}

public sealed class ShaperWithPeakConformance : QueueConformance
{
    protected override QueueOptions Options => new ShaperQueueOptions { Rate = DataRate.Mbps(4), PeakRate = DataRate.Mbps(6), LimitPackets = 20 };
}

public sealed class PolicerConformance : QueueConformance
{
    protected override QueueOptions Options => new PolicerQueueOptions { Rate = DataRate.Mbps(6), LimitPackets = 20 };
}

public sealed class CustomConformance : QueueConformance
{
    protected override QueueOptions Options => QueueOptions.Custom("fifo", context => QueueOptions.Packets(20).Create(context));
}
