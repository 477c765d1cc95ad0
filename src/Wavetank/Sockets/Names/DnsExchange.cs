using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Wavetank.Sockets.Names.Messages;
using Wavetank.Stack;

namespace Wavetank.Sockets.Names;

/// <summary>One query to one server, and its response: over UDP, then over TCP where the response has no room in a datagram.</summary>
/// <param name="stack">The host that asks.</param>
/// <param name="question">What it asks.</param>
/// <param name="udpPayloadSize">The largest response over UDP.</param>
/// <param name="cancellationToken">Ends it.</param>
internal sealed class DnsExchange(NetworkStack stack, DnsQuestion question, int udpPayloadSize, CancellationToken cancellationToken)
{
    private const int Port = 53;

    // RFC 7766 §8: over TCP each message stands behind its length.
    private const int PrefixSize = sizeof(ushort);

    /// <summary>Asks a server. Null if it does not answer in time, or cannot be reached.</summary>
    /// <param name="server">Its address.</param>
    /// <param name="patience">How long to wait for each response.</param>
    /// <exception cref="OperationCanceledException">The caller has ended it.</exception>
    public async Task<DnsMessage?> AskAsync(IPAddress server, TimeSpan patience)
    {
        // RFC 5452 §9.2: numbers and ports that nobody can guess. The port is the system's choice, which is as random.
        ushort id = (ushort)stack.Random.NextInt64(ushort.MaxValue + 1);
        DnsEdns? edns = udpPayloadSize > DnsMessage.PlainUdpSize ? new DnsEdns((ushort)udpPayloadSize) : null;
        DnsMessage query = DnsMessage.Query(id, question, edns);
        var remote = new IPEndPoint(server, Port);
        DnsMessage? response = await WithinAsync(patience, token => OverUdpAsync(remote, query, token)).ConfigureAwait(false);

        // RFC 7766 §5 and RFC 2181 §9: what a truncated response holds is passed over.
        return response is { IsTruncated: true }
            ? await WithinAsync(patience, token => OverTcpAsync(remote, query, token)).ConfigureAwait(false)
            : response;
    }

    private static async Task<DnsMessage?> OverTcpAsync(IPEndPoint server, DnsMessage query, CancellationToken token)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server, token).ConfigureAwait(false);
        byte[] bytes = query.ToBytes();

        // RFC 7766 §8: the length and the message in one segment.
        byte[] framed = new byte[PrefixSize + bytes.Length];
        BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)bytes.Length);
        bytes.CopyTo(framed, PrefixSize);
        await socket.SendAsync(framed.AsMemory(), SocketFlags.None, token).ConfigureAwait(false);
        while (true)
        {
            byte[] prefix = new byte[PrefixSize];
            if (!await TryReceiveAsync(socket, prefix, token).ConfigureAwait(false))
            {
                return null;
            }

            byte[] message = new byte[BinaryPrimitives.ReadUInt16BigEndian(prefix)];
            if (!await TryReceiveAsync(socket, message, token).ConfigureAwait(false))
            {
                return null;
            }

            if (DnsMessage.TryParse(message, out DnsMessage? response) && response!.IsResponseTo(query))
            {
                return response;
            }
        }
    }

    private static async Task<bool> TryReceiveAsync(Socket socket, byte[] buffer, CancellationToken token)
    {
        int have = 0;
        while (have < buffer.Length)
        {
            int received = await socket.ReceiveAsync(buffer.AsMemory(have), SocketFlags.None, token).ConfigureAwait(false);
            if (received == 0)
            {
                return false;
            }

            have += received;
        }

        return true;
    }

    private async Task<DnsMessage?> OverUdpAsync(IPEndPoint server, DnsMessage query, CancellationToken token)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);

        // RFC 5452 §9.1: a connected socket takes nothing from any other address or port.
        await socket.ConnectAsync(server, token).ConfigureAwait(false);
        await socket.SendAsync(query.ToBytes().AsMemory(), SocketFlags.None, token).ConfigureAwait(false);
        byte[] buffer = new byte[udpPayloadSize];
        while (true)
        {
            int received = await socket.ReceiveAsync(buffer.AsMemory(), SocketFlags.None, token).ConfigureAwait(false);

            // RFC 5452 §9.1: with another number or question it is late, or forged. The wait goes on.
            if (DnsMessage.TryParse(buffer.AsSpan(0, received), out DnsMessage? response) && response!.IsResponseTo(query))
            {
                return response;
            }
        }
    }

    private async Task<DnsMessage?> WithinAsync(TimeSpan patience, Func<CancellationToken, Task<DnsMessage?>> ask)
    {
        using var time = new CancellationTokenSource(patience, stack.Simulator.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            return await ask(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (SocketException)
        {
            // No way there, or an ICMP message or a RST that says that nobody listens.
            return null;
        }
    }
}
