using Wavetank.Devices;
using Wavetank.Engine;

namespace Wavetank.Testing.Assertions;

/// <summary>
/// Messages that were sent and received, with their simulated times; for <see cref="Expect"/>. Let every message be another, such as by a number: equal ones
/// are told apart by their order only.
/// </summary>
/// <typeparam name="T">What tells a message from others; compared by its default equality.</typeparam>
public sealed class MessageLog<T>
    where T : notnull
{
    private readonly Network _network;
    private readonly List<LoggedMessage<T>> _sent = [];
    private readonly List<LoggedMessage<T>> _received = [];

    /// <summary>An empty log in a network's time.</summary>
    /// <param name="network">The network.</param>
    /// <param name="name">What is sent, for messages to people. Default: <c>messages</c>.</param>
    public MessageLog(Network network, string name = "messages")
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(name);
        _network = network;
        Name = name;
    }

    /// <summary>What is sent.</summary>
    public string Name { get; }

    /// <summary>What was sent, in its order.</summary>
    public IReadOnlyList<LoggedMessage<T>> SentMessages => _sent;

    /// <summary>What was received, in its order.</summary>
    public IReadOnlyList<LoggedMessage<T>> ReceivedMessages => _received;

    internal SimulationTime Now => _network.Now;

    /// <summary>A message is sent now.</summary>
    public void Sent(T message) => _sent.Add(new LoggedMessage<T>(message, Now));

    /// <summary>A message is received now.</summary>
    public void Received(T message) => _received.Add(new LoggedMessage<T>(message, Now));

    /// <summary>For each message that was sent when it was received, null where it was not: the first that was sent has the first that was received, of equal ones.</summary>
    internal IEnumerable<(LoggedMessage<T> Sent, SimulationTime? Received)> Pairs()
    {
        Dictionary<T, Queue<SimulationTime>> times = [];
        foreach (LoggedMessage<T> message in _received)
        {
            if (!times.TryGetValue(message.Message, out Queue<SimulationTime>? same))
            {
                times.Add(message.Message, same = new Queue<SimulationTime>());
            }

            same.Enqueue(message.Time);
        }

        foreach (LoggedMessage<T> message in _sent)
        {
            yield return (message, times.TryGetValue(message.Message, out Queue<SimulationTime>? same) && same.TryDequeue(out SimulationTime time) ? time : null);
        }
    }
}
