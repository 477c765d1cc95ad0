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
    public const long ErrorQueue = 0x2000;
    public const long ZeroCopy = 0x400_0000;
    private const long NoSignal = 0x4000;

    public static void ThrowIfNotModelled(long flags, Place place)
    {
        string? missing = (flags & 0x1) != 0 ? "urgent data (MSG_OOB)"
            : (flags & ErrorQueue) != 0 ? "the error queue (MSG_ERRQUEUE) but for recvmsg"
            : (flags & 0x8000) != 0 ? "corking (MSG_MORE)"
            : (flags & 0x2000_0000) != 0 ? "TCP Fast Open (MSG_FASTOPEN)"
            : (flags & ~(Peek | DontWait | WaitAll | NoSignal | ZeroCopy)) != 0 ? $"the flags 0x{flags:x} of a send or receive"
            : null;
        if (missing is not null)
            throw new NotApplicableException(place, $"{missing}: not modelled");
    }

    public static SocketFlags ToSocketFlags(long flags) => (flags & Peek) != 0 ? SocketFlags.Peek : SocketFlags.None;
}
