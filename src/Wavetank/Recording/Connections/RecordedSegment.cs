using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Recording.Drops;

namespace Wavetank.Recording.Connections;

/// <summary>A segment of a TCP connection and what became of it.</summary>
/// <param name="Number">Its place among all segments of the connection, from 1.</param>
/// <param name="FromOpener">Whether the end that opened the connection sent it.</param>
/// <param name="SentAt">When its host put it out: into the queue before the first link, or on the link.</param>
/// <param name="EndedAt">When it was delivered or dropped; null while it is under way.</param>
/// <param name="Drop">Where and why it was dropped; null where it was not.</param>
/// <param name="Flags">Its control bits.</param>
/// <param name="Sequence">Its sequence number, relative to the sender's initial one: a SYN has 0, the first byte 1. Not modulo 2^32.</param>
/// <param name="Length">Payload bytes.</param>
/// <param name="Acknowledgment">The acknowledgment number, relative likewise; null without ACK.</param>
/// <param name="Window">The window, scaled, in bytes.</param>
/// <param name="IsRetransmission">Whether it carries what was sent before.</param>
public readonly record struct RecordedSegment(
    long Number,
    bool FromOpener,
    SimulationTime SentAt,
    SimulationTime? EndedAt,
    DropEntry? Drop,
    TcpFlags Flags,
    long Sequence,
    int Length,
    long? Acknowledgment,
    long Window,
    bool IsRetransmission);
