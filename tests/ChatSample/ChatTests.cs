using System.Net.Sockets;
using SocketSuite;

namespace ChatSample;

/// <summary>The same server and client, compiled against the platform's sockets and against simulated ones, do the same.</summary>
public sealed class ChatTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private readonly ManualResetEventSlim _open = new();
    private readonly ManualResetEventSlim _over = new();
    private int _port;

    [Fact]
    public Task Everyone_hears_what_one_says() => TestBed.RunHosts(
        _ => Serve(Soon),
        server =>
        {
            using ChatClient ann = Join(server, "ann");
            Assert.Equal("ann is here", ann.Hear(Soon));
            using ChatClient bob = Join(server, "bob");
            Assert.Equal("bob is here", ann.Hear(Soon));
            Assert.Equal("bob is here", bob.Hear(Soon));
            bob.Say("hello");
            Assert.Equal("bob: hello", ann.Hear(Soon));
            Assert.Equal("bob: hello", bob.Hear(Soon));
            _over.Set();
        });

    [Fact]
    public Task Members_on_several_hosts_hear_all_lines_in_one_order()
    {
        const int Lines = 20;
        string[][] heard = new string[2][];
        int ready = 2;
        return TestBed.RunHosts(_ => Serve(Soon), server => Talk(server, "ann", 0), server => Talk(server, "bob", 1));

        void Talk(string server, string name, int index)
        {
            using ChatClient client = Join(server, name);
            while (client.Hear(Soon) != $"{name} is here")
            {
            }

            for (int i = 0; i < Lines; i++)
            {
                client.Say($"{i}");
            }

            heard[index] = [.. Enumerable.Range(0, Lines).Select(_ => NextOf(client, name))];
            Assert.Equal(Enumerable.Range(0, Lines).Select(i => $"{name}: {i}"), heard[index]);
            if (Interlocked.Decrement(ref ready) == 0)
            {
                _over.Set();
            }
        }

        static string NextOf(ChatClient client, string name)
        {
            string line;
            do
            {
                line = client.Hear(Soon)!;
            }
            while (!line.StartsWith(name + ":", StringComparison.Ordinal));

            return line;
        }
    }

    [Fact]
    public Task Who_leaves_is_missed() => TestBed.RunHosts(
        _ => Serve(Soon),
        server =>
        {
            using ChatClient ann = Join(server, "ann");
            ann.Hear(Soon);
            using (ChatClient bob = Join(server, "bob"))
            {
                Assert.Equal("bob is here", ann.Hear(Soon));
            }

            Assert.Equal("bob has left", ann.Hear(Soon));
            _over.Set();
        });

    [Fact]
    public Task Who_says_nothing_has_to_go() => TestBed.RunHosts(
        _ => Serve(TimeSpan.FromMilliseconds(200)),
        server =>
        {
            using ChatClient ann = Join(server, "ann");
            Assert.Equal("ann is here", ann.Hear(Soon));
            Assert.Equal("you were too quiet", ann.Hear(Soon));
            Assert.Null(ann.Hear(Soon));
            _over.Set();
        });

    [Fact]
    public Task A_client_waits_for_a_line_only_so_long() => TestBed.RunHosts(
        _ => Serve(Soon),
        server =>
        {
            using ChatClient ann = Join(server, "ann");
            ann.Hear(Soon);
            Assert.Throws<TimeoutException>(() => ann.Hear(TimeSpan.FromMilliseconds(50)));
            ann.Say("still here");
            Assert.Equal("ann: still here", ann.Hear(Soon));
            _over.Set();
        });

    [Fact]
    public Task A_server_that_stops_sends_everyone_away() => TestBed.RunHosts(
        _ => Serve(Soon),
        server =>
        {
            using ChatClient ann = Join(server, "ann");
            ann.Hear(Soon);
            _over.Set();
            Assert.True(HasEnded(ann));
        });

    [Fact]
    public Task Without_a_server_a_client_is_refused() => TestBed.RunHosts(
        _ => { },
        server => Assert.Equal(SocketError.ConnectionRefused, Expect.Error(() => ChatClient.Join(server, 1, "ann", Soon))));

    public void Dispose()
    {
        _open.Dispose();
        _over.Dispose();
    }

    private static bool HasEnded(ChatClient client)
    {
        try
        {
            return client.Hear(Soon) is null;
        }
        catch (IOException exception)
        {
            // Closed under the thread that was reading, which resets the connection.
            return exception.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset };
        }
    }

    private void Serve(TimeSpan patience)
    {
        using var server = new ChatServer(patience);
        server.Start();
        _port = server.Port;
        _open.Set();
        _over.Wait();
    }

    private ChatClient Join(string server, string name)
    {
        _open.Wait();
        return ChatClient.Join(server, _port, name, Soon);
    }
}
