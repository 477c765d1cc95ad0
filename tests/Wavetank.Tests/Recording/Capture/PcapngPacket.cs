namespace Wavetank.Tests.Recording.Capture;

/// <summary>A packet as a capture has it; the time in nanoseconds since the start of the run.</summary>
internal sealed record PcapngPacket(string Interface, long Time, string Direction, ulong Id, byte[] Bytes, int OriginalLength, string Comment);
