using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Sending;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Congestion;

/// <summary>A bulk transfer over 40 ms under one congestion control, with ECN, and the accidents that it may have.</summary>
internal sealed class CongestionRun
{
    /// <summary>Milliseconds.</summary>
    public const int RoundTrip = 40;

    private readonly string _name;

    public CongestionRun(string name, ulong seed = 5, long length = long.MaxValue / 2)
    {
        _name = name;
        Pair = new TcpPair(seed);
        Pair.Both(pipe => pipe.DelayMilliseconds = RoundTrip / 2.0);
        (Client, TcpConnection server) = Pair.Establish(Configure);
        Transfer = new StreamTransfer(Client, server, length) { Verify = length < 1L << 30 };
        Transfer.Start();
    }

    public TcpPair Pair { get; }

    public TcpConnection Client { get; }

    public StreamTransfer Transfer { get; }

    /// <summary>Gives the data's direction a rate and a queue.</summary>
    public CongestionRun Limit(long rate, int queue)
    {
        (Pair.Forward.Rate, Pair.Forward.QueueLimit) = (rate, queue);
        return this;
    }

    public CongestionRun Run(double milliseconds)
    {
        Pair.Clock.RunFor(milliseconds);
        return this;
    }

    /// <summary>Looks at the connection every millisecond.</summary>
    public void Sample(int milliseconds, Action<TcpConnection> look)
    {
        for (int i = 0; i < milliseconds; i++)
        {
            Pair.Clock.RunFor(1);
            look(Client);
        }
    }

    /// <summary>The next data segment is lost.</summary>
    public void LoseOne()
    {
        bool done = false;
        Pair.Forward.Loses = packet => packet.PayloadLength > 0 && !done && (done = true);
    }

    /// <summary>The next data segment is late.</summary>
    public void DelayOne(double milliseconds)
    {
        int packets = 0;
        double usual = Pair.Forward.DelayMilliseconds;
        Pair.Forward.Loses = packet =>
        {
            Pair.Forward.DelayMilliseconds = packet.PayloadLength > 0 && ++packets == 1 ? usual + milliseconds : usual;
            return false;
        };
    }

    /// <summary>Runs until a recovery has begun and ended.</summary>
    /// <returns>Milliseconds that it took.</returns>
    public int RunUntilRecovered()
    {
        bool began = false;
        int lasted = 0;
        for (int i = 0; i < 10_000; i++)
        {
            Pair.Clock.RunFor(1);
            bool inside = Client.Recovery >= RecoveryState.Recovery;
            if (began && !inside)
            {
                return lasted;
            }

            began |= inside;
            lasted += inside ? 1 : 0;
        }

        throw new InvalidOperationException(began ? "The recovery has no end." : "There was no recovery.");
    }

    /// <summary>Payload's share of a rate in the time to come.</summary>
    public double Share(long rate, double milliseconds)
    {
        long before = Client.Statistics.BytesAcknowledged;
        Pair.Clock.RunFor(milliseconds);
        return (Client.Statistics.BytesAcknowledged - before) * 8 / (rate * milliseconds / 1000);
    }

    /// <summary>A second transfer beside the first.</summary>
    public TcpConnection StartSecond()
    {
        TcpConnection second = Pair.Connect(Configure, new TestUser());
        Pair.Clock.RunFor(500);
        new StreamTransfer(second, Pair.Listener.TryAccept()!, long.MaxValue / 2) { Verify = false }.Start();
        return second;
    }

    private void Configure(TcpSettings settings) => (settings.CongestionControl, settings.Ecn) = (_name, EcnMode.Request);
}
