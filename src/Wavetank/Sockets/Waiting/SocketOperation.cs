using System.Net.Sockets;
using Wavetank.Engine.Programs;
using Wavetank.Sockets.Transports;

namespace Wavetank.Sockets.Waiting;

/// <summary>A call that waits in a socket's queue. Its result is the count of bytes, where the call has one.</summary>
internal abstract class SocketOperation(Socket socket) : Operation<int>(socket.Transport.Stack.Simulator, socket.Transport.Gate)
{
    /// <summary>The next in the queue.</summary>
    public SocketOperation? Next { get; set; }

    /// <summary>The queue that it stands in.</summary>
    public WaitQueue? Queue { get; set; }

    /// <summary>What the program waits for, in the words of the socket API.</summary>
    public abstract string Name { get; }

    /// <summary>When the wait began, in nanoseconds of simulated time.</summary>
    public long Since { get; private set; }

    protected Socket Socket { get; } = socket;

    protected Transport Transport => Socket.Transport;

    /// <summary>Whether errors are reported as a stream reports them.</summary>
    protected bool ForStream { get; set; }

    /// <summary>Makes the attempt. False if the call goes on waiting, and those behind it too.</summary>
    public abstract bool TryAdvance();

    /// <summary>Ends the call because its socket was closed.</summary>
    public virtual void Abort()
    {
        Forget();
        TryFail(SocketErrors.ToException(SocketError.OperationAborted, Name, ForStream));
    }

    /// <summary>Lets go of what belongs to the program.</summary>
    protected virtual void Forget()
    {
    }

    protected void Wait(WaitQueue queue, CancellationToken cancellationToken)
    {
        Since = Transport.Stack.Simulator.NowNanoseconds;
        queue.Enqueue(this);
        Begin(cancellationToken);
    }

    /// <summary>Ends the call, unless it has to go on waiting.</summary>
    protected bool TryFinish(SocketError error, int result)
    {
        if (error == SocketError.WouldBlock)
        {
            return false;
        }

        Forget();
        if (error == SocketError.Success)
        {
            TryComplete(result);
        }
        else
        {
            Socket.OnError(error);
            TryFail(SocketErrors.ToException(error, Name, ForStream));
        }

        return true;
    }

    /// <summary>The program took the call back.</summary>
    protected virtual void Cancelled() => Forget();

    private protected sealed override void OnCanceled()
    {
        Cancelled();
        Queue?.Remove(this);
    }
}
