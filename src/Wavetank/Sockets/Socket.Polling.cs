using System.Collections;
using System.Net.Sockets;
using Wavetank.Sockets.Waiting;
using Wavetank.Stack;

namespace Wavetank.Sockets;

public partial class Socket
{
    /// <summary>Tells whether the socket is ready, waiting for it if need be.</summary>
    /// <param name="microSeconds">How long to wait at most; a negative value waits for ever, 0 not at all.</param>
    /// <param name="mode">Ready for what.</param>
    /// <exception cref="InvalidOperationException">The call would block an asynchronous program.</exception>
    public bool Poll(int microSeconds, SelectMode mode) => Poll(ToTimeout(microSeconds), mode);

    /// <inheritdoc cref="Poll(int, SelectMode)"/>
    /// <param name="timeout">How long to wait at most; <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</param>
    /// <param name="mode">Ready for what.</param>
    public bool Poll(TimeSpan timeout, SelectMode mode)
    {
        Enter();
        if (!IsReady(mode) && timeout != TimeSpan.Zero)
        {
            List<Socket> self = [this];
            WaitForAny(Transport.Stack, self, () => IsReady(mode), timeout);
        }

        return IsReady(mode);
    }

    /// <inheritdoc cref="Select(IList?, IList?, IList?, TimeSpan)"/>
    /// <param name="checkRead">Sockets that may have something to read or to accept.</param>
    /// <param name="checkWrite">Sockets that may have room to send, or have connected.</param>
    /// <param name="checkError">Sockets that may have an error.</param>
    /// <param name="microSeconds">How long to wait at most; a negative value waits for ever, 0 not at all.</param>
    public static void Select(IList? checkRead, IList? checkWrite, IList? checkError, int microSeconds) =>
        Select(checkRead, checkWrite, checkError, ToTimeout(microSeconds));

    /// <summary>Waits until one of several sockets is ready, and leaves in each list those that are.</summary>
    /// <param name="checkRead">Sockets that may have something to read or to accept.</param>
    /// <param name="checkWrite">Sockets that may have room to send, or have connected.</param>
    /// <param name="checkError">Sockets that may have an error.</param>
    /// <param name="timeout">How long to wait at most; <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</param>
    /// <exception cref="ArgumentNullException">All lists are null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A list has more than 65,536 sockets.</exception>
    /// <exception cref="InvalidOperationException">The call would block an asynchronous program.</exception>
    public static void Select(IList? checkRead, IList? checkWrite, IList? checkError, TimeSpan timeout)
    {
        List<Socket> all = [.. SocketsOf(checkRead, nameof(checkRead)), .. SocketsOf(checkWrite, nameof(checkWrite)), .. SocketsOf(checkError, nameof(checkError))];
        if (all.Count == 0)
        {
            throw new ArgumentNullException(null, "At least one of the lists must have a socket.");
        }

        foreach (Socket socket in all)
        {
            socket.Enter();
        }

        bool AnyReady() =>
            AnyIsReady(checkRead, SelectMode.SelectRead)
            || AnyIsReady(checkWrite, SelectMode.SelectWrite)
            || AnyIsReady(checkError, SelectMode.SelectError);

        if (timeout != TimeSpan.Zero && !AnyReady())
        {
            WaitForAny(all[0].Transport.Stack, all, AnyReady, timeout);
        }

        KeepReady(checkRead, SelectMode.SelectRead);
        KeepReady(checkWrite, SelectMode.SelectWrite);
        KeepReady(checkError, SelectMode.SelectError);
    }

    private static void WaitForAny(NetworkStack stack, List<Socket> sockets, Func<bool> isReady, TimeSpan timeout)
    {
        var wait = new ReadinessWait(stack.Simulator);
        if (timeout > TimeSpan.Zero)
        {
            wait.SetDeadline(timeout);
        }

        foreach (Socket socket in sockets)
        {
            socket.Transport.Watch(wait);
        }

        try
        {
            while (!isReady() && !wait.HasTimedOut)
            {
                wait.Block();
            }
        }
        finally
        {
            wait.CancelDeadline();
            foreach (Socket socket in sockets)
            {
                socket.Transport.Unwatch(wait);
            }
        }
    }

    private static TimeSpan ToTimeout(int microSeconds) =>
        microSeconds < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMicroseconds(microSeconds);

    private static IEnumerable<Socket> SocketsOf(IList? list, string name)
    {
        const int Most = 65_536;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(list?.Count ?? 0, Most, name);
        return list?.Cast<Socket>() ?? [];
    }

    private static bool AnyIsReady(IList? list, SelectMode mode) => list?.Cast<Socket>().Any(socket => socket.IsReady(mode)) ?? false;

    private static void KeepReady(IList? list, SelectMode mode)
    {
        for (int i = (list?.Count ?? 0) - 1; i >= 0; i--)
        {
            if (list![i] is Socket socket && !socket.IsReady(mode))
            {
                list.RemoveAt(i);
            }
        }
    }

    private bool IsReady(SelectMode mode) => mode switch
    {
        SelectMode.SelectRead => Transport.IsReadable,
        SelectMode.SelectWrite => Transport.IsWritable,
        SelectMode.SelectError => Transport.HasError,
        _ => false,
    };
}
