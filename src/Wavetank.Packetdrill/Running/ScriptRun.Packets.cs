using Wavetank.Engine;
using Wavetank.Packetdrill.Checking;
using Wavetank.Packetdrill.Model;
using Wavetank.Packetdrill.Running.Hosts;
using Wavetank.Packetdrill.Running.Packets;
using Wavetank.Packets;

namespace Wavetank.Packetdrill.Running;

/// <summary>Packets that the host is to send.</summary>
internal sealed partial class ScriptRun
{
    /// <summary>Waits for the host's next packet and compares it.</summary>
    /// <returns>When it was sent.</returns>
    private async ValueTask<long> ExpectAsync(PacketSpec expected, ScriptEvent item, long start, long end)
    {
        long latest = end + _host.Settings.Tolerance;
        SentPacket sent = await NextPacketAsync(expected, item, latest);
        uint timestamp = sent.Packet.Tcp.Options.TimestampValue;
        PacketSpec actual = Read(sent, out Conversation? conversation);
        TcpFlags ignored = TcpFlags.None;
        if (IsPartOf(expected, actual, conversation))
        {
            (actual, sent) = await JoinAsync(expected, actual, sent, item, latest);
            ignored = TcpFlags.Psh;
        }

        if (expected is PacketSpec.Tcp { Options: { } options } && options.OfType<TcpOptionSpec.Timestamps>().FirstOrDefault() is { } written)
            conversation?.LearnTimestamp(written.Value, timestamp);
        if (PacketComparer.FindDifference(expected, actual, ignored) is { } difference)
            throw Mismatch(item, $"the host sent another packet: {difference}", expected, actual, sent.Time);
        long time = sent.Time.Nanoseconds;
        if (time < start - _host.Settings.Tolerance || time > latest)
            throw Mismatch(item, $"the packet came too {(time < start ? "early" : "late")}: expected {Expected(start, end)}", expected, actual, sent.Time);
        return time;
    }

    private async ValueTask<SentPacket> NextPacketAsync(PacketSpec expected, ScriptEvent item, long latest) =>
        await _host.Link.ReceiveAsync(latest)
        ?? throw new ScriptFailure(item.Place, $"the host sent no packet until {Script(Now)}\n  expected > {PacketText.Of(expected)}");

    private PacketSpec Read(SentPacket sent, out Conversation? conversation)
    {
        PacketSpec actual = _reader.Read(sent.Packet, out conversation);
        sent.Packet.Release();
        return actual;
    }

    /// <summary>Whether the script expects, in one, what a host without segmentation offload sends as several segments.</summary>
    private static bool IsPartOf(PacketSpec expected, PacketSpec actual, Conversation? conversation) =>
        expected is PacketSpec.Tcp whole && actual is PacketSpec.Tcp part && conversation is not null
        && whole.Sequence.Start == part.Sequence.Start && part.Sequence.Length > 0
        && whole.Sequence.Length > part.Sequence.Length && whole.Sequence.Length > conversation.SegmentSize - 40;

    private async ValueTask<(PacketSpec Actual, SentPacket Last)> JoinAsync(
        PacketSpec expected, PacketSpec first, SentPacket sent, ScriptEvent item, long latest)
    {
        int length = ((PacketSpec.Tcp)expected).Sequence.Length;
        var joined = (PacketSpec.Tcp)first;
        while (joined.Sequence.Length < length)
        {
            if (await _host.Link.ReceiveAsync(latest) is not { } next)
                throw Mismatch(item, "the host sent the first part only", expected, joined, sent.Time);
            PacketSpec part = Read(next, out _);
            sent = next;
            if (part is not PacketSpec.Tcp tcp || tcp.Sequence.Start != joined.Sequence.Start + (uint)joined.Sequence.Length)
                throw Mismatch(item, $"the host sent something else between: {PacketText.Of(part)}", expected, joined, sent.Time);
            joined = tcp with { Sequence = joined.Sequence with { Length = joined.Sequence.Length + tcp.Sequence.Length } };
        }

        return (joined, sent);
    }

    private ScriptFailure Mismatch(ScriptEvent item, string what, PacketSpec expected, PacketSpec actual, SimulationTime time) => new(
        item.Place, $"{what}\n  expected > {PacketText.Of(expected)}\n  actual   > {PacketText.Of(actual)}\n  sent at {Script(time.Nanoseconds)}");

    private static string Expected(long start, long end) => start == end ? $"at {Script(start)}" : $"from {Script(start)} to {Script(end)}";

    /// <summary>A time as the script counts it.</summary>
    private static string Script(long nanoseconds) => FormattableString.Invariant($"{(nanoseconds - StartNanoseconds) / 1e9:0.000000} s");
}
