using Wavetank.Engine;

namespace Wavetank.Testing.Assertions;

/// <content>What became of messages.</content>
public static partial class Expect
{
    /// <summary>Expects that every message that was sent has been received by now.</summary>
    /// <exception cref="SimulationAssertException">One has not; the message names the first, and how many.</exception>
    public static void AllDelivered<T>(MessageLog<T> log)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(log);
        LoggedMessage<T>[] lost = [.. log.Pairs().Where(pair => pair.Received is null).Select(pair => pair.Sent)];
        if (lost.Length > 0)
        {
            throw new SimulationAssertException(
                $"Expected that all {log.Name} are received by {log.Now}, but {lost.Length} of {log.SentMessages.Count} were not; "
                + $"the first is {lost[0].Message}, sent at {lost[0].Time}.");
        }
    }

    /// <summary>Expects that messages were received in the order in which they were sent. Lost ones leave gaps, which are no offence, and duplicates are not looked at.</summary>
    /// <exception cref="SimulationAssertException">One was received after a later one, or was never sent; the message names it and when.</exception>
    public static void InOrder<T>(MessageLog<T> log)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(log);
        Dictionary<T, Queue<int>> places = [];
        for (int i = 0; i < log.SentMessages.Count; i++)
        {
            T message = log.SentMessages[i].Message;
            (places.TryGetValue(message, out Queue<int>? same) ? same : places[message] = new Queue<int>()).Enqueue(i);
        }

        int latest = -1;
        foreach (LoggedMessage<T> received in log.ReceivedMessages)
        {
            if (!places.TryGetValue(received.Message, out Queue<int>? same))
            {
                throw new SimulationAssertException(
                    $"Expected that {log.Name} are received in order, but at {received.Time} came {received.Message}, which was never sent.");
            }

            if (!same.TryDequeue(out int place))
            {
                continue;
            }

            if (place < latest)
            {
                throw new SimulationAssertException(
                    $"Expected that {log.Name} are received in order, but at {received.Time} came {received.Message}, sent at {log.SentMessages[place].Time}, "
                    + $"after {log.SentMessages[latest].Message}, sent at {log.SentMessages[latest].Time}.");
            }

            latest = place;
        }
    }

    /// <summary>Expects that no message was received more often than it was sent.</summary>
    /// <exception cref="SimulationAssertException">One was; the message names it and when.</exception>
    public static void NoDuplicates<T>(MessageLog<T> log)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(log);
        Dictionary<T, int> sent = log.SentMessages.CountBy(message => message.Message).ToDictionary();
        Dictionary<T, (int Count, SimulationTime First)> seen = [];
        foreach (LoggedMessage<T> received in log.ReceivedMessages)
        {
            (int count, SimulationTime first) = seen.GetValueOrDefault(received.Message, (0, received.Time));
            seen[received.Message] = (count + 1, first);
            int times = sent.GetValueOrDefault(received.Message);
            if (count + 1 > times)
            {
                throw new SimulationAssertException(times == 0
                    ? $"Expected that no {log.Name} are received twice, but at {received.Time} came {received.Message}, which was never sent."
                    : $"Expected that no {log.Name} are received twice, but at {received.Time} came {received.Message} again; it came first at {first}.");
            }
        }
    }

    /// <summary>
    /// Expects that messages were received within a time of being sent. One that has not come counts once its time is over; what was sent so lately that
    /// its time goes on is no offence.
    /// </summary>
    /// <param name="log">The messages.</param>
    /// <param name="time">The most that a message may take; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    /// <exception cref="SimulationAssertException">One took longer; the message names the first and how long it took.</exception>
    public static void AllWithin<T>(MessageLog<T> log, TimeSpan time)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        (LoggedMessage<T> Sent, SimulationTime? Received)[] late = [.. log.Pairs().Where(pair => (pair.Received ?? log.Now) > pair.Sent.Time + time)];
        if (late.Length == 0)
        {
            return;
        }

        string fate = late[0].Received is { } received
            ? $"came at {received}, {Span(received, late[0].Sent.Time)} later"
            : $"has not come by {log.Now}";
        throw new SimulationAssertException(
            $"Expected that all {log.Name} are received within {Span(SimulationTime.Zero + time, SimulationTime.Zero)}, but {late.Length} of {log.SentMessages.Count} were not; "
            + $"the first is {late[0].Sent.Message}, sent at {late[0].Sent.Time}, which {fate}.");
    }

    private static SimulationTime Span(SimulationTime later, SimulationTime earlier) => new(later.Nanoseconds - earlier.Nanoseconds);
}
