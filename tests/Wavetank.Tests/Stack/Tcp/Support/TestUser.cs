using System.Net.Sockets;
using Wavetank.Stack.Tcp;

namespace Wavetank.Tests.Stack.Tcp.Support;

/// <summary>A user that notes what it is told.</summary>
internal sealed class TestUser : ITcpUser
{
    public List<string> Calls { get; } = [];

    public SocketError Error { get; private set; }

    public bool IsConnected => Calls.Contains("connected");

    public Action? Readable { get; set; }

    public Action? Writable { get; set; }

    public void OnConnected() => Calls.Add("connected");

    public void OnReadable()
    {
        Calls.Add("readable");
        Readable?.Invoke();
    }

    public void OnWritable()
    {
        Calls.Add("writable");
        Writable?.Invoke();
    }

    public void OnFailed(SocketError error)
    {
        Error = error;
        Calls.Add($"failed {error}");
    }
}
