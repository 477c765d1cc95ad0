namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>The system calls that scripts may make: one row each.</summary>
internal static class SystemCallTable
{
    private static readonly (string Name, SystemCall Call)[] All =
    [
        ("socket", SocketCalls.Socket),
        ("bind", SocketCalls.Bind),
        ("listen", SocketCalls.Listen),
        ("accept", SocketCalls.AcceptAsync),
        ("accept4", SocketCalls.AcceptAsync),
        ("connect", SocketCalls.ConnectAsync),
        ("shutdown", SocketCalls.Shutdown),
        ("close", SocketCalls.Close),
        ("read", TransferCalls.ReadAsync),
        ("readv", TransferCalls.ReadVectorAsync),
        ("recv", TransferCalls.ReceiveAsync),
        ("recvfrom", TransferCalls.ReceiveAsync),
        ("recvmsg", TransferCalls.ReceiveMessageAsync),
        ("write", TransferCalls.WriteAsync),
        ("writev", TransferCalls.WriteVectorAsync),
        ("send", TransferCalls.SendAsync),
        ("sendto", TransferCalls.SendToAsync),
        ("sendmsg", TransferCalls.SendMessageAsync),
        ("fcntl", FileCalls.Control),
        ("ioctl", FileCalls.DeviceControl),
        ("getsockopt", OptionCalls.Get),
        ("setsockopt", OptionCalls.Set),
        ("poll", ReadinessCalls.PollAsync),
        ("epoll_create", ReadinessCalls.CreateEpoll),
        ("epoll_create1", ReadinessCalls.CreateEpoll),
        ("epoll_ctl", ReadinessCalls.ControlEpoll),
        ("epoll_wait", ReadinessCalls.WaitForEpollAsync),
    ];

    /// <summary>The call of that name, or null.</summary>
    public static SystemCall? Find(string name) => Array.Find(All, row => row.Name == name).Call;
}
