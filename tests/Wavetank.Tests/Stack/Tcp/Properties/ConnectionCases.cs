using FsCheck;
using FsCheck.Fluent;

namespace Wavetank.Tests.Stack.Tcp.Properties;

/// <summary>Any case, and how a case that fails is made simpler: one thing less at a time.</summary>
public static class ConnectionCases
{
    private static readonly EndPlan Plain = new(0, 0, Ending.AllWritten, 0, 0, 0, 0, 1_000_000);

    private static readonly Gen<EndPlan> Ends =
        from bytes in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(1, 20_000)), (2, Gen.Choose(20_000, 300_000)))
        from readFrom in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 5_000)))
        from ending in Gen.Frequency(
            (6, Gen.Constant(Ending.AllWritten)), (2, Gen.Constant(Ending.HalfClose)), (1, Gen.Constant(Ending.Close)),
            (1, Gen.Constant(Ending.Abort)), (1, Gen.Constant(Ending.LingerZero)))
        from endAt in Gen.Frequency((2, Gen.Choose(0, 300)), (1, Gen.Choose(0, 10_000)))
        from receiveBuffer in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(200, 40_000)))
        from sendBuffer in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(100, 40_000)))
        from mss in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(88, 2_000)))
        from before in Gen.Choose(-100_000, 100_000)
        select new EndPlan(bytes, readFrom, ending, endAt, receiveBuffer, sendBuffer, mss, before);

    private static readonly Gen<ConnectionCase> Any =
        from seed in Gen.Choose(0, int.MaxValue)
        from ipv6 in Gen.Elements(false, true)
        from mtu in Gen.Frequency((2, Gen.Constant(1500)), (1, Gen.Choose(300, 9_000)))
        from loss in Fault(80)
        from duplicate in Fault(100)
        from reorder in Fault(300)
        from corrupt in Fault(60)
        from delay in Gen.Choose(0, 80)
        from jitter in Gen.Choose(0, 20)
        from rate in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(500, 50_000)))
        from queue in Gen.Choose(3, 100)
        from options in Gen.Choose(0, 7)
        from client in Ends
        from server in Ends
        select new ConnectionCase(
            seed, ipv6, mtu, loss, duplicate, reorder, corrupt, delay, jitter, rate, queue,
            (options & 1) == 0, (options & 2) == 0, (options & 4) == 0, client, server);

    public static Arbitrary<ConnectionCase> All { get; } = Arb.From(Any, Simpler);

    private static Gen<int> Fault(int most) => Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(0, most)));

    private static IEnumerable<ConnectionCase> Simpler(ConnectionCase value)
    {
        ConnectionCase[] candidates =
        [
            value with { Client = Plain },
            value with { Server = Plain },
            value with { Loss = 0 },
            value with { Corrupt = 0 },
            value with { Reorder = 0 },
            value with { Duplicate = 0 },
            value with { KilobitsPerSecond = 0, Queue = 100 },
            value with { Jitter = 0 },
            value with { Mtu = 1500 },
            value with { IPv6 = false },
            value with { Sack = true, Timestamps = true, WindowScaling = true },
            value with { Delay = 10 },
            value with { Loss = value.Loss / 2 },
            value with { Corrupt = value.Corrupt / 2 },
            value with { Seed = value.Seed / 2 },
        ];
        return candidates
            .Concat(Simpler(value.Client).Select(end => value with { Client = end }))
            .Concat(Simpler(value.Server).Select(end => value with { Server = end }))
            .Where(candidate => candidate != value);
    }

    private static IEnumerable<EndPlan> Simpler(EndPlan value) =>
    [
        value with { Ending = Ending.AllWritten, EndAt = 0 },
        value with { ReadFrom = 0 },
        value with { Bytes = 0 },
        value with { Bytes = value.Bytes / 2 },
        value with { ReceiveBuffer = 0 },
        value with { SendBuffer = 0 },
        value with { Mss = 0 },
        value with { SequenceBefore = Plain.SequenceBefore },
        value with { EndAt = value.EndAt / 2 },
        value with { ReadFrom = value.ReadFrom / 2 },
    ];
}
