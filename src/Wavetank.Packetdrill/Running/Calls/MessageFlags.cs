using System.Net.Sockets;
using Wavetank.Packetdrill.Model;
using Wavetank.Packetdrill.Parsing;

namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>Flags of sends and receives, with Linux's numbers.</summary>
internal static class MessageFlags
{
    public const long Peek = 0x2;
    public const long DontWait = 0x40;
    public const long WaitAll = 0x100;
    private const long NoSignal = 0x4000;

    public static void ThrowIfNotModelled(long flags, Place place)
    {
        string? missing = (flags & 0x1) != 0 ? "urgent data (MSG_OOB)"
            : (flags & 0x2000) != 0 ? "the error queue (MSG_ERRQUEUE)"
            : (flags & 0x8000) != 0 ? "corking (MSG_MORE)"
            : (flags & 0x400_0000) != 0 ? "zero-copy sends and their completions (MSG_ZEROCOPY)"
            : (flags & 0x2000_0000) != 0 ? "TCP Fast Open (MSG_FASTOPEN)"
            : (flags & ~(Peek | DontWait | WaitAll | NoSignal)) != 0 ? $"the flags 0x{flags:x} of a send or receive"
            : null;
        if (missing is not null)
            throw new NotApplicableException(place, $"{missing}: not modelled");
    }

    public static SocketFlags ToSocketFlags(long flags) => (flags & Peek) != 0 ? SocketFlags.Peek : SocketFlags.None;
}
