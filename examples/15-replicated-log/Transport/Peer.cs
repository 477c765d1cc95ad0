using System.Net.Sockets;

namespace ReplicatedLog.Transport;

/// <summary>
/// Another replica: connected to when there is something to say, and anew when it owes an answer for too long. What cannot be sent is lost;
/// Raft says everything again.
/// </summary>
internal sealed class Peer(string host, int port, TimeProvider time, Mailbox mailbox) : IRecipient
{
    private static readonly TimeSpan LongestDial = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(1);

    private Connection? _connection;
    private bool _isDialling;
    private Message? _first;

    public void Send(Message message)
    {
        if (_connection is { } late && late.Silence > LongestSilence)
        {
            late.Close();
        }

        if (_connection is { IsOpen: true } connection)
        {
            connection.Send(message);
            return;
        }

        _first = message;
        if (!_isDialling)
        {
            _ = DialAsync();
        }
    }

    private async Task DialAsync()
    {
        _isDialling = true;
        var client = new TcpClient { NoDelay = true };
        try
        {
            using var timeout = new CancellationTokenSource(LongestDial, time);
            await client.ConnectAsync(host, port, timeout.Token);
            _connection = new Connection(client, time, mailbox);
            _ = _connection.ReadAsync();
            _connection.Send(_first!);
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            client.Dispose();
        }

        _isDialling = false;
    }
}
