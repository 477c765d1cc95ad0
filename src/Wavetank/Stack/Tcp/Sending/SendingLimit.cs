namespace Wavetank.Stack.Tcp.Sending;

/// <summary>What keeps a connection from sending faster, as far as it is not the network; the higher goes before.</summary>
internal enum SendingLimit : byte
{
    /// <summary>There is nothing to send.</summary>
    Nothing,

    /// <summary>Data is under way.</summary>
    Busy,

    /// <summary>The peer's window.</summary>
    Window,

    /// <summary>The send buffer: all in it is under way, and the program has more.</summary>
    Buffer,
}
