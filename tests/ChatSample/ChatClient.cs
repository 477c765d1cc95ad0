using System.Net.Sockets;

namespace ChatSample;

/// <summary>A chat client, with a time for connecting and a time for listening.</summary>
public sealed class ChatClient : IDisposable
{
    private readonly TcpClient _client;
    private readonly ChatMember _member;

    private ChatClient(TcpClient client, string name)
    {
        _client = client;
        _member = new ChatMember(client);
        _member.Say(name);
    }

    /// <exception cref="SocketException">There is no server.</exception>
    /// <exception cref="TimeoutException">No server answered in time.</exception>
    public static ChatClient Join(string host, int port, string name, TimeSpan timeout)
    {
        var client = new TcpClient(AddressFamily.InterNetwork);
        try
        {
            IAsyncResult connect = client.BeginConnect(host, port, null, null);
            if (!connect.AsyncWaitHandle.WaitOne(timeout))
            {
                throw new TimeoutException($"No chat server at {host}:{port} within {timeout.TotalSeconds} s.");
            }

            client.EndConnect(connect);
            return new ChatClient(client, name);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    public void Say(string line) => _member.Say(line);

    /// <summary>The next line; null at the end.</summary>
    /// <exception cref="TimeoutException">Nobody said anything in time.</exception>
    public string? Hear(TimeSpan timeout)
    {
        _client.ReceiveTimeout = (int)timeout.TotalMilliseconds;
        try
        {
            return _member.Hear();
        }
        catch (IOException exception) when (exception.InnerException is SocketException { SocketErrorCode: SocketError.TimedOut })
        {
            throw new TimeoutException("Nobody says anything.", exception);
        }
    }

    public void Dispose() => _member.Dispose();
}
