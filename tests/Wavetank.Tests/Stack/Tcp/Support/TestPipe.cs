using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Tests.Stack.Tcp.Support;

/// <summary>One direction between two test hosts: delay, rate, and the faults that a network has.</summary>
internal sealed class TestPipe(TestClock clock, TestHost target, RandomStream random)
{
    private long _freeAt;

    public double DelayMilliseconds { get; set; } = 10;

    public double Loss { get; set; }

    public double Duplicate { get; set; }

    public double Reorder { get; set; }

    /// <summary>How much later a reordered packet arrives, at most.</summary>
    public double ReorderMilliseconds { get; set; } = 15;

    /// <summary>The share of packets that are late by an exponential time of the mean <see cref="LateMilliseconds"/>.</summary>
    public double Late { get; set; }

    public double LateMilliseconds { get; set; } = 1000;

    /// <summary>Every so many-th packet that is capable of it is marked with congestion experienced (RFC 3168 §5).</summary>
    public int MarksEvery { get; set; }

    /// <summary>Packets that are capable of it are marked where so many of 1500 bytes wait before them; 0 for never.</summary>
    public int MarksAbove { get; set; }

    private long CapablePackets { get; set; }

    /// <summary>Bits a second; 0 for no limit.</summary>
    public long Rate { get; set; }

    /// <summary>Packets of 1500 bytes that wait for the rate, at most; shorter ones count by their bytes.</summary>
    public int QueueLimit { get; set; } = 1000;

    /// <summary>Every so many-th data packet is lost, exactly.</summary>
    public int LosesEvery { get; set; }

    /// <summary>Decides about each packet, if set: true loses it.</summary>
    public Func<Packet, bool>? Loses { get; set; }

    public long Sent { get; private set; }

    public long Lost { get; private set; }

    private long DataPackets { get; set; }

    public void Send(Packet packet)
    {
        Sent++;
        if (packet.PayloadLength > 0)
        {
            DataPackets++;
        }

        bool periodic = LosesEvery > 0 && packet.PayloadLength > 0 && DataPackets % LosesEvery == 0;
        if (periodic || random.NextBoolean(Loss) || Loses?.Invoke(packet) == true)
        {
            Lost++;
            packet.Release();
            return;
        }

        long at = clock.Now;
        bool isLong = false;
        if (Rate > 0)
        {
            long time = packet.Length * 8L * 1_000_000_000 / Rate;
            long start = Math.Max(at, _freeAt);
            if (start - at > 1500 * 8L * 1_000_000_000 / Rate * QueueLimit)
            {
                Lost++;
                packet.Release();
                return;
            }

            isLong = MarksAbove > 0 && start - at > 1500 * 8L * 1_000_000_000 / Rate * MarksAbove;
            _freeAt = start + time;
            at = _freeAt;
        }

        bool capable = (packet.TrafficClass & 3) is 1 or 2;
        if (capable && (isLong || (MarksEvery > 0 && ++CapablePackets % MarksEvery == 0)))
        {
            packet.TrafficClass |= 3;
        }

        at += (long)(DelayMilliseconds * TestClock.Millisecond);
        if (random.NextBoolean(Late))
        {
            at += (long)(random.NextExponential() * LateMilliseconds * TestClock.Millisecond);
        }

        if (random.NextBoolean(Reorder))
        {
            at += (long)(random.NextDouble() * ReorderMilliseconds * TestClock.Millisecond);
        }

        if (random.NextBoolean(Duplicate))
        {
            clock.Queue.Schedule(new Arrival(target, packet.Pool.RentCopy(packet)), at + 1000);
        }

        clock.Queue.Schedule(new Arrival(target, packet), at);
    }

    private sealed class Arrival(TestHost target, Packet packet) : SimulationEvent
    {
        protected internal override void Fire() => target.Tcp.Receive(packet);
    }
}
