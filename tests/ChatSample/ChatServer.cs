using System.Net;
using System.Net.Sockets;

namespace ChatSample;

/// <summary>
/// A chat server as it would be written for real sockets: a thread for each member, lines of text, and a time after which who says
/// nothing has to go. Not a line of it knows of a simulation.
/// </summary>
public sealed class ChatServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Any, 0);
    private readonly List<ChatMember> _members = [];
    private readonly List<Thread> _threads = [];
    private readonly TimeSpan _patience;

    public ChatServer(TimeSpan patience) => _patience = patience;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Start()
    {
        _listener.Start();
        StartThread(Accept, "acceptor");
    }

    /// <summary>Sends everyone away and waits until all threads have ended.</summary>
    public void Dispose()
    {
        _listener.Stop();
        foreach (ChatMember member in Members())
        {
            member.Dispose();
        }

        Thread[] threads;
        lock (_threads)
        {
            threads = [.. _threads];
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }
    }

    private void StartThread(ThreadStart body, string name)
    {
        var thread = new Thread(body) { IsBackground = true, Name = name };
        lock (_threads)
        {
            _threads.Add(thread);
        }

        thread.Start();
    }

    private void Accept()
    {
        try
        {
            while (true)
            {
                TcpClient client = _listener.AcceptTcpClient();
                client.NoDelay = true;
                client.ReceiveTimeout = (int)_patience.TotalMilliseconds;
                StartThread(() => Serve(client), "member");
            }
        }
        catch (Exception exception) when (exception is SocketException or InvalidOperationException)
        {
            // The listener was stopped, while this waited or just before.
        }
    }

    private void Serve(TcpClient client)
    {
        using var member = new ChatMember(client);
        try
        {
            member.Name = member.Hear() ?? "nobody";
            lock (_members)
            {
                _members.Add(member);
            }

            Tell($"{member.Name} is here");
            while (member.Hear() is { } line)
            {
                Tell($"{member.Name}: {line}");
            }
        }
        catch (IOException exception) when (exception.InnerException is SocketException { SocketErrorCode: SocketError.TimedOut })
        {
            member.Say("you were too quiet");
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // Gone without a word, or sent away, while this waited or just before.
        }

        lock (_members)
        {
            _members.Remove(member);
        }

        Tell($"{member.Name} has left");
    }

    private void Tell(string line)
    {
        foreach (ChatMember member in Members())
        {
            member.Say(line);
        }
    }

    private ChatMember[] Members()
    {
        lock (_members)
        {
            return [.. _members];
        }
    }
}
