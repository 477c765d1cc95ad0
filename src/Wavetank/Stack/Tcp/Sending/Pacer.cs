namespace Wavetank.Stack.Tcp.Sending;

/// <summary>When a paced connection may send; times in nanoseconds. Made with its first paced segment.</summary>
internal sealed class Pacer
{
    /// <summary>When the next burst may go.</summary>
    public long NextAt;

    /// <summary>When the burst that is being sent began.</summary>
    public long BurstAt;

    /// <summary>By how much later bursts may come earlier.</summary>
    public long Credit;

    /// <summary>Segments left of the burst.</summary>
    public int BurstLeft;
}
