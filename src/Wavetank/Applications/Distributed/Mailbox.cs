using System.Net;
using System.Net.Sockets;
using Dns = Wavetank.Sockets.Dns;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Applications.Distributed;

/// <summary>
/// How the members of a group talk: datagrams to a port that all of them listen on. A message may be lost, come twice, late, or out of
/// order, and nobody is told.
/// </summary>
internal sealed class Mailbox : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly byte[] _buffer = new byte[ushort.MaxValue];
    private readonly TimeProvider _clock;
    private readonly IPEndPoint?[] _ends;
    private readonly Dictionary<EndPoint, int> _senders = [];

    private Mailbox(TimeProvider clock, string[] members, string self)
    {
        _clock = clock;
        Members = members;
        Self = Array.IndexOf(members, self);
        _ends = new IPEndPoint?[members.Length];
    }

    /// <summary>The names of all members, this one's too, in an order that all of them agree on.</summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>This member's place among them.</summary>
    public int Self { get; }

    /// <summary>The others' places.</summary>
    public IEnumerable<int> Others => Enumerable.Range(0, Members.Count).Where(member => member != Self);

    /// <summary>Opens the port and finds out where the others are.</summary>
    /// <param name="names">The members; whether this one's name is among them does not matter.</param>
    /// <param name="port">The port of all of them.</param>
    /// <param name="clock">The clock.</param>
    public static async Task<Mailbox> OpenAsync(IEnumerable<string> names, int port, TimeProvider clock)
    {
        string self = Dns.GetHostName();
        var mailbox = new Mailbox(clock, [.. names.Append(self).Distinct().Order(StringComparer.Ordinal)], self);
        try
        {
            mailbox._socket.Bind(new IPEndPoint(IPAddress.Any, port));
            foreach (int member in mailbox.Others)
            {
                IPAddress[] addresses = await Dns.GetHostAddressesAsync(mailbox.Members[member], AddressFamily.InterNetwork);
                mailbox._senders[mailbox._ends[member] = new IPEndPoint(addresses[0], port)] = member;
            }

            return mailbox;
        }
        catch (SocketException)
        {
            mailbox.Dispose();
            throw;
        }
    }

    /// <summary>Sends a message. What cannot be sent is lost, like what is lost on its way.</summary>
    public async Task SendAsync(int member, ReadOnlyMemory<byte> message)
    {
        try
        {
            await _socket.SendToAsync(message, SocketFlags.None, _ends[member]!);
        }
        catch (SocketException)
        {
        }
    }

    /// <summary>The next message of a member; null where none comes until a moment, in nanoseconds of the clock.</summary>
    public async Task<(int From, ReadOnlyMemory<byte> Bytes)?> ReceiveAsync(long until)
    {
        while (_clock.GetTimestamp() < until)
        {
            using var end = new CancellationTokenSource(TimeSpan.FromTicks((until - _clock.GetTimestamp() + 99) / TimeSpan.NanosecondsPerTick), _clock);
            try
            {
                SocketReceiveFromResult received = await _socket.ReceiveFromAsync(_buffer.AsMemory(), SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), end.Token);
                if (_senders.TryGetValue(received.RemoteEndPoint, out int from))
                {
                    return (from, _buffer.AsMemory(0, received.ReceivedBytes));
                }
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }

        return null;
    }

    public void Dispose() => _socket.Dispose();
}
