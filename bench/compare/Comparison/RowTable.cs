namespace Wavetank.Compare.Comparison;

/// <summary>The rows of the comparison. The parameters of both sides are the same; where a default stands, it is the same too.</summary>
internal static class RowTable
{
    private const string Headers = "ns-3's link adds a PPP header of 2 bytes";

    /// <summary>What is compared with peers.</summary>
    public static readonly IReadOnlyList<Row> Rows =
    [
        Dumbbell(1, 100),
        Dumbbell(1, 330),
        Dumbbell(2, 100),
        Dumbbell(2, 330),
        Dumbbell(10, 100),
        Dumbbell(10, 330),
        new("echo", "Echo of 64 bytes, 100,000 rounds over one TCP connection", "echo", Measure.MicrosecondsPer("rounds", "round trip"), new Goal(1.2))
        {
            Ns3 = "echo --rounds=100000",
            Loopback = "loopback-echo",
            Quoted = Quoted.Turmoil(5.1),
            Differences = Headers,
        },
        new("requests", "1,000 clients, a 1 KB request and a 10 KB answer a second each, 60 s", "requests", Measure.MicrosecondsPer("requests", "request"), new Goal(10))
        {
            Ns3 = "scale --routing=static",
            Quoted = Quoted.Turmoil(32),
            Differences = "think times are drawn from different generators; packets: after a pause our receiver acknowledges each segment, as Linux does, and ns-3's every second one",
        },
        new("star", "100 hosts in a star, 1,000 UDP packets a second each, 10 s", "star", Measure.LinkPackets, new Goal(3e6, 20))
        {
            Ns3 = "udpmesh --routing=static",
            Differences = $"{Headers}; phases are drawn from different generators",
        },
        new("mm1", "M/M/1: a million UDP packets", "mm1", Measure.Cpu, new Goal(0.2, 20))
        {
            Ns3 = "mm1",
            Differences = "gaps and sizes are drawn from different generators; the mean wait is 32 ms in theory",
        },
        new("hour", "10 hosts, a message every 10 s each, for an hour", "hour", Measure.Cpu, new Goal(0.02))
        {
            Quoted = Quoted.Turmoil(3.1),

            // So short that a tenth of it, over and over, teaches the compiler networks and not hours.
            WarmUp = 1000,
        },
        new("bulk", "100 MB over one TCP connection without delay, every byte compared", "bulk", Measure.Cpu, new Goal(0.1))
        {
            Loopback = "loopback-bulk",
            Quoted = Quoted.Turmoil(0.044),
        },
        new("kestrel", "Kestrel and HttpClient, 50,000 GET one after the other, 50 ms each way", "kestrel", Measure.MicrosecondsPer("requests", "request"), new Goal(33))
        {
            Loopback = "loopback-kestrel",
            Quoted = new Quoted("real loopback", 33),
        },
        new("events", "Bare events, 1,000 pending: pop, run, push", "events", Measure.NanosecondsPer("events", "event"), new Goal(90)) { Ns3 = "events" },
    ];

    private static Row Dumbbell(int flows, int queue) => new(
        $"dumbbell-{flows}-{queue}",
        $"Dumbbell: {flows} TCP {(flows == 1 ? "flow" : "flows")}, 100 Mbit/s, RTT 44 ms, queue of {queue}, 60 s",
        $"dumbbell flows={flows} queue={queue}",
        Measure.LinkPackets,
        new Goal(3.5e6, 20))
    {
        Ns3 = $"dumbbell --flows={flows} --queue={queue}p --cc=TcpCubic",
        Differences = $"{Headers}; drops: slow start ends by HyStart++ (RFC 9406) here and by the first HyStart there",
    };
}
