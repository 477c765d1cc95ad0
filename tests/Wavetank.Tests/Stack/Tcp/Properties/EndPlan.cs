namespace Wavetank.Tests.Stack.Tcp.Properties;

/// <summary>What one end of a connection does.</summary>
/// <param name="Bytes">How much it writes.</param>
/// <param name="ReadFrom">From when on it reads, in milliseconds after it has the connection.</param>
/// <param name="Ending">How it ends.</param>
/// <param name="EndAt">When, in milliseconds from the start; of no meaning for <see cref="Ending.AllWritten"/>.</param>
/// <param name="ReceiveBuffer">Bytes; 0 for one that tunes itself.</param>
/// <param name="SendBuffer">Bytes; 0 for one that tunes itself.</param>
/// <param name="Mss">The segment size that it announces at most; 0 for what the MTU gives.</param>
/// <param name="SequenceBefore">By how many bytes its first sequence number lies before 2^31 (negative: before 2^32, by as many).</param>
public sealed record EndPlan(int Bytes, int ReadFrom, Ending Ending, int EndAt, int ReceiveBuffer, int SendBuffer, int Mss, int SequenceBefore)
{
    /// <summary>Whether the other end may lose what it wrote, and be told of an error.</summary>
    public bool BreaksOff => Ending is Ending.Close or Ending.Abort or Ending.LingerZero;

    public uint InitialSequence => SequenceBefore >= 0 ? 0x8000_0000 - (uint)SequenceBefore : (uint)SequenceBefore;
}
