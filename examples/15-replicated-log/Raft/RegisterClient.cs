using System.Net.Sockets;
using ReplicatedLog.Transport;

namespace ReplicatedLog.Raft;

/// <summary>A client of the group: it looks for the leader, and asks again until it is answered or out of patience.</summary>
/// <param name="group">The host names of the replicas; the first is number 1.</param>
/// <param name="port">Where they listen.</param>
/// <param name="time">Its clock.</param>
public sealed class RegisterClient(IReadOnlyList<string> group, int port, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan ReplyTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private TcpClient? _connection;
    private int _target;

    /// <summary>Has a command executed.</summary>
    /// <param name="command">The command, with a sequence of its own.</param>
    /// <param name="patience">When to give up.</param>
    /// <returns>The register's value after the command; null where it is unknown whether it was, or will be, executed.</returns>
    public async Task<long?> ExecuteAsync(Command command, TimeSpan patience)
    {
        for (long start = time.GetTimestamp(); time.GetElapsedTime(start) < patience;)
        {
            ClientReply? reply = await TryAsync(command);
            if (reply is { IsDone: true })
            {
                return reply.Value;
            }

            int next = reply is { Leader: > 0 } ? reply.Leader - 1 : (_target + 1) % group.Count;
            if (next != _target)
            {
                Disconnect();
                _target = next;
            }

            await Task.Delay(Pause, time);
        }

        return null;
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose() => Disconnect();

    private async Task<ClientReply?> TryAsync(Command command)
    {
        using var timeout = new CancellationTokenSource(ReplyTimeout, time);
        try
        {
            if (_connection is null)
            {
                _connection = new TcpClient { NoDelay = true };
                await _connection.ConnectAsync(group[_target], port, timeout.Token);
            }

            NetworkStream stream = _connection.GetStream();
            await stream.WriteAsync(Frame.Of(new ClientRequest(command)), timeout.Token);
            while (await Frame.ReadAsync(stream, timeout.Token) is { } message)
            {
                // An answer to a command that was given up is nobody's any more.
                if (message is ClientReply reply && reply.Sequence == command.Sequence)
                {
                    return reply;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
        }

        Disconnect();
        return null;
    }

    private void Disconnect()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
