using System.Collections;
using System.Net.Sockets;
using Wavetank.Engine;

namespace Wavetank.Applications.Distributed;

/// <summary>
/// A member of a group in which each has a rumour of its own, and in each round tells all that it knows to a few others that it picks at
/// random (Demers and others, "Epidemic algorithms for replicated database maintenance", 1987: rumours that are pushed). Counts rumours
/// that it knows.
/// </summary>
/// <remarks>
/// Nobody knows who knows what, and no message is sent again; still everybody comes to know everything, in a number of rounds that grows
/// like the logarithm of the group.
/// </remarks>
/// <param name="options">What it does.</param>
public sealed class Gossip(GossipOptions options) : Application
{
    private const int BitsOfByte = 8;

    private long _messages;
    private long _stale;

    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        long began = timeProvider.GetTimestamp();
        try
        {
            using Mailbox mailbox = await Mailbox.OpenAsync(options.Members, options.Port, timeProvider);
            var known = new BitArray(mailbox.Members.Count) { [mailbox.Self] = true };
            int[] others = [.. mailbox.Others];
            Measure(known, timeProvider, began);

            // Rounds of different members begin at different times, like clocks that nobody set.
            long interval = options.Interval.Ticks * TimeSpan.NanosecondsPerTick;
            long next = began + random.NextInt64(interval);
            for (int round = 0; round < options.Rounds; round++, next += interval)
            {
                await ListenAsync(mailbox, known, until: next, timeProvider, began);
                await TellAsync(mailbox, known, Pick(others, random), timeProvider);
            }

            await ListenAsync(mailbox, known, until: next, timeProvider, began);
        }
        catch (SocketException exception)
        {
            Metrics.AddError(exception.SocketErrorCode.ToString());
        }
    }

    /// <summary>So many of the others, each at most once: the beginning of a shuffle.</summary>
    private int[] Pick(int[] others, RandomStream random)
    {
        int count = Math.Min(options.Fanout, others.Length);
        for (int i = 0; i < count; i++)
        {
            int chosen = i + (int)random.NextInt64(others.Length - i);
            (others[i], others[chosen]) = (others[chosen], others[i]);
        }

        return others[..count];
    }

    private async Task TellAsync(Mailbox mailbox, BitArray known, int[] whom, TimeProvider clock)
    {
        byte[] message = new byte[(known.Count + BitsOfByte - 1) / BitsOfByte];
        known.CopyTo(message, 0);
        foreach (int member in whom)
        {
            await mailbox.SendAsync(member, message);
            Metrics.AddBytes(message.Length, clock);
            Metrics.SetFigure("messages", ApplicationFigure.Sum(++_messages));
        }
    }

    private async Task ListenAsync(Mailbox mailbox, BitArray known, long until, TimeProvider clock, long began)
    {
        while (await mailbox.ReceiveAsync(until) is { } received)
        {
            int before = Count(known);
            for (int rumour = 0; rumour < known.Count && rumour < received.Bytes.Length * BitsOfByte; rumour++)
            {
                known[rumour] |= (received.Bytes.Span[rumour / BitsOfByte] >> (rumour % BitsOfByte) & 1) != 0;
            }

            if (Count(known) > before)
            {
                Measure(known, clock, began);
            }
            else
            {
                Metrics.SetFigure("stale", ApplicationFigure.Sum(++_stale));
            }
        }
    }

    private static int Count(BitArray known) => known.Cast<bool>().Count(isKnown => isKnown);

    private void Measure(BitArray known, TimeProvider clock, long began)
    {
        Metrics.Count = Count(known);
        bool isAll = Metrics.Count == known.Count;
        Metrics.SetFigure("informed", ApplicationFigure.Sum(isAll ? 1 : 0));
        if (isAll)
        {
            Metrics.SetFigure("spread", ApplicationFigure.Most(clock.GetTimestamp() - began));
        }
    }
}
