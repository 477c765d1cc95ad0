using System.Net.Sockets;
using Wavetank.Engine;

namespace Wavetank.Sockets.Waiting;

/// <summary>
/// A blocking call that waits for its turn. The program's thread does the work itself once it runs again, because a span cannot
/// be kept; until then the call keeps its place, so that nobody behind it takes its bytes.
/// </summary>
internal sealed class BlockingWait : SocketOperation
{
    private readonly Deadline _deadline;
    private string _name = "";

    public BlockingWait(Socket socket)
        : base(socket) => _deadline = new Deadline(this);

    public override string Name => _name;

    /// <summary>Takes a place in the queue.</summary>
    /// <param name="queue">Where to wait.</param>
    /// <param name="name">What for, in the words of the socket API.</param>
    /// <param name="milliseconds">How long at most; 0 means for ever.</param>
    public void Start(WaitQueue queue, string name, int milliseconds)
    {
        _name = name;
        Wait(queue, CancellationToken.None);
        if (milliseconds > 0)
        {
            Transport.Stack.Simulator.Schedule(_deadline, TimeSpan.FromMilliseconds(milliseconds));
        }
    }

    /// <summary>Blocks until the call may try, and says why it was woken: Success, TimedOut, or OperationAborted by a close.</summary>
    public SocketError AwaitTurn()
    {
        if (IsIdle)
        {
            Begin();
        }

        return (SocketError)Wait();
    }

    /// <summary>Leaves the queue and lets those behind go on.</summary>
    public void Leave()
    {
        Transport.Stack.Simulator.Cancel(_deadline);
        if (Queue is { } queue)
        {
            queue.Remove(this);
            queue.Pump();
        }
    }

    public override bool TryAdvance()
    {
        if (IsPending && (Queue == Transport.Reads ? Transport.IsReadable : Transport.IsWritable))
        {
            TryComplete((int)SocketError.Success);
        }

        return false;
    }

    public override void Abort() => TryComplete((int)SocketError.OperationAborted);

    private sealed class Deadline(BlockingWait wait) : SimulationEvent
    {
        internal override bool MayOvertake => true;

        protected internal override void Fire() => wait.TryComplete((int)SocketError.TimedOut);
    }
}
