using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Recording.EventLog;

/// <summary>
/// Keeps the digest of a run's packet events and payloads at regular places, so that two runs can be compared afterwards without a
/// log of either.
/// </summary>
/// <remarks>
/// At first every event is a checkpoint. When there is no more room, every other one is given up and the distance doubles; so a run
/// of any length needs the same memory, and the place of a difference is known to 1/32768 of the run or better.
/// </remarks>
public sealed class TraceCheckpoints : IPacketObserver
{
    private const int Capacity = 65_536;

    private readonly TraceDigest _digest = new();
    private readonly List<Checkpoint> _checkpoints = [];

    /// <summary>Events seen so far.</summary>
    public long Events { get; private set; }

    /// <summary>Events from one checkpoint to the next: a power of two.</summary>
    internal long Interval { get; private set; } = 1;

    /// <summary>The place where two runs begin to differ, or null where events and payloads are the same.</summary>
    public static EventWindow? FirstDifference(TraceCheckpoints left, TraceCheckpoints right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        long interval = Math.Max(left.Interval, right.Interval);
        long common = Math.Min(left.Events, right.Events);
        long same = 0;
        SimulationTime after = SimulationTime.Zero;
        for (long number = interval; number <= common; number += interval)
        {
            Checkpoint checkpoint = left.At(number);
            if (checkpoint.Digest != right.At(number).Digest)
            {
                return new EventWindow(same + 1, number, after);
            }

            same = number;
            after = checkpoint.Time;
        }

        // Behind the last checkpoint of both; where one run only has more events, the first of these is the difference.
        return left.Events == right.Events && left._digest.Value == right._digest.Value
            ? null
            : new EventWindow(same + 1, common + (left.Events == right.Events ? 0 : 1), after);
    }

    /// <inheritdoc/>
    public void OnPacket(in PacketEvent packetEvent)
    {
        _digest.Add(packetEvent.Time.Nanoseconds, packetEvent.Kind, packetEvent.Reason, packetEvent.Point, packetEvent.Packet);
        if (packetEvent.Packet.PayloadLength > 0)
        {
            _digest.AddBytes(packetEvent.Packet.Payload);
        }

        Events++;
        if ((Events & (Interval - 1)) == 0)
        {
            _checkpoints.Add(new Checkpoint(_digest.Value, packetEvent.Time));
            if (_checkpoints.Count == Capacity)
            {
                Thin();
            }
        }
    }

    private Checkpoint At(long number) => _checkpoints[(int)(number / Interval) - 1];

    private void Thin()
    {
        for (int i = 0; i < Capacity / 2; i++)
        {
            _checkpoints[i] = _checkpoints[(2 * i) + 1];
        }

        _checkpoints.RemoveRange(Capacity / 2, Capacity / 2);
        Interval *= 2;
    }

    private readonly record struct Checkpoint(ulong Digest, SimulationTime Time);
}
