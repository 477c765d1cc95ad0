namespace Wavetank.Tests.Stack.Tcp.Properties;

/// <summary>What the program at one end does about the end of a connection.</summary>
public enum Ending
{
    /// <summary>Writes all, half-closes, and closes once the other end did.</summary>
    AllWritten,

    /// <summary>Stops writing at its time, half-closes, and closes once the other end did.</summary>
    HalfClose,

    /// <summary>Closes at its time, whatever was read or written.</summary>
    Close,

    /// <summary>Aborts at its time.</summary>
    Abort,

    /// <summary>Closes at its time with a linger time of zero, which means a RST.</summary>
    LingerZero,
}
