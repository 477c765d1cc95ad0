namespace Wavetank.Sockets.Waiting;

/// <summary>The calls that wait for one direction of a socket, first come first served.</summary>
internal sealed class WaitQueue
{
    private SocketOperation? _last;

    public SocketOperation? First { get; private set; }

    public bool IsEmpty => First is null;

    public void Enqueue(SocketOperation operation)
    {
        operation.Queue = this;
        operation.Next = null;
        if (_last is null)
        {
            First = operation;
        }
        else
        {
            _last.Next = operation;
        }

        _last = operation;
    }

    public void Remove(SocketOperation operation)
    {
        if (operation.Queue != this)
        {
            return;
        }

        SocketOperation? previous = null;
        for (SocketOperation? item = First; item != operation; item = item!.Next)
        {
            previous = item;
        }

        if (previous is null)
        {
            First = operation.Next;
        }
        else
        {
            previous.Next = operation.Next;
        }

        if (_last == operation)
        {
            _last = previous;
        }

        operation.Queue = null;
        operation.Next = null;
    }

    /// <summary>Lets the calls go on, in their order, as far as the socket allows now.</summary>
    public void Pump()
    {
        while (First is { } operation && operation.TryAdvance())
        {
            Remove(operation);
        }
    }

    /// <summary>Ends all calls because their socket was closed.</summary>
    public void Abort()
    {
        while (First is { } operation)
        {
            Remove(operation);
            operation.Abort();
        }
    }
}
