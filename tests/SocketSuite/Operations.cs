using System.Net.Sockets;

namespace SocketSuite;

/// <summary>Operations by event arguments, and calls by Begin and End, as something to await.</summary>
internal static class Operations
{
    /// <summary>Begins an operation and waits for its end, whichever way that is told.</summary>
    public static Task<SocketAsyncEventArgs> Run(Func<SocketAsyncEventArgs, bool> begin, SocketAsyncEventArgs args)
    {
        var ended = new TaskCompletionSource<SocketAsyncEventArgs>();
        args.Completed += Complete;
        if (!begin(args))
        {
            Complete(null, args);
        }

        return ended.Task;

        void Complete(object? sender, SocketAsyncEventArgs e)
        {
            args.Completed -= Complete;
            ended.SetResult(e);
        }
    }

    /// <summary>Begins an operation that fails or succeeds, and gives the error.</summary>
    public static async Task<SocketError> ErrorOf(Func<SocketAsyncEventArgs, bool> begin, SocketAsyncEventArgs args)
    {
        await Run(begin, args);
        return args.SocketError;
    }

    public static SocketAsyncEventArgs With(byte[] buffer)
    {
        var args = new SocketAsyncEventArgs();
        args.SetBuffer(buffer, 0, buffer.Length);
        return args;
    }

    /// <summary>Begins a call and gives its result once it calls back.</summary>
    public static Task<IAsyncResult> Begin(Func<AsyncCallback, object?, IAsyncResult> begin)
    {
        var ended = new TaskCompletionSource<IAsyncResult>();
        begin(ended.SetResult, null);
        return ended.Task;
    }
}
