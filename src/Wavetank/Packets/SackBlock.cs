namespace Wavetank.Packets;

/// <summary>A block of received data above the acknowledgment: [Left, Right) in sequence numbers (RFC 2018 §3).</summary>
/// <param name="Left">The first sequence number of the block.</param>
/// <param name="Right">The sequence number right after it.</param>
public readonly record struct SackBlock(uint Left, uint Right);
