using Wavetank.Packets;
using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Stack.Tcp.Listening;

/// <summary>
/// SYN cookies (RFC 4987 §3.6; Linux: tcp_syncookies): where there is no room for a half-open connection, nothing of a SYN is kept
/// but the time at which the last one was answered so. A SYN-ACK that is lost is not sent again, nor one whose acknowledgment finds
/// no room.
/// </summary>
internal sealed partial class TcpListenQueue
{
    private long _cookieSentAt = -SynCookie.Lifetime - 1;

    private void AnswerWithCookie(Packet packet, in TransportAddress local, in TransportAddress remote, int mtu)
    {
        _cookieSentAt = _layer.Host.Now;
        _layer.Statistics.SynCookiesSent++;
        new TcpConnection(_layer, local, remote, _defaults, mtu).AnswerWithCookie(packet);
    }

    /// <summary>Takes an acknowledgment that brings a cookie back.</summary>
    /// <returns>What became of the segment; null if it brings none.</returns>
    private DropReason? TryTakeCookie(Packet packet, in TransportAddress local, in TransportAddress remote)
    {
        ref readonly TcpHeader segment = ref packet.Tcp;
        TcpHost host = _layer.Host;

        // Without a cookie on its way, an acknowledgment is not worth a guess.
        if (_defaults.SynCookies == SynCookieMode.Off || segment.Has(TcpFlags.Syn) || host.Now - _cookieSentAt > SynCookie.Lifetime)
        {
            return null;
        }

        ushort mss = SynCookie.Read(
            _layer.CookieKeysOf(in local, in remote), local.Address.IsIPv4, segment.SequenceNumber - 1, host.Now, segment.AcknowledgmentNumber - 1);
        if (mss == 0)
        {
            _layer.Statistics.SynCookiesFailed++;
            return null;
        }

        _layer.Statistics.SynCookiesReceived++;
        if (IsFull)
        {
            return Overflow();
        }

        if (!host.TrySelectSource(remote.Address, out _, out int mtu))
        {
            return DropReason.NoRoute;
        }

        TcpConnection connection = NewConnection(in local, in remote, mtu);
        if (!connection.TryOpenFromCookie(packet, mss))
        {
            return null;
        }

        Add(connection);
        DropReason reason = connection.SegmentArrives(packet);
        _layer.Invariants?.Check(connection);
        connection.TellUser();
        return reason;
    }
}
