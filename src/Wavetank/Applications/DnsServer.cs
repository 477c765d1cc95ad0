using System.Net;
using System.Net.Sockets;
using Wavetank.Applications.Zones;
using Wavetank.Engine;
using Wavetank.Sockets.Names;
using Wavetank.Sockets.Names.Messages;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Applications;

/// <summary>
/// An authoritative DNS server over UDP and TCP at port 53 (RFC 1035, RFC 7766), which can be slow, fail, or be silent. Counts queries.
/// </summary>
/// <remarks>It does not ask other servers, has no delegations, wildcards, signatures or zone transfers.</remarks>
public sealed partial class DnsServer : Application
{
    private const int Port = 53;

    private readonly DnsServerOptions _options;
    private readonly DnsResponder _responder;
    private readonly Dictionary<DnsName, DnsBehavior> _names = [];

    /// <summary>Makes a server.</summary>
    /// <param name="options">What it serves, and how well.</param>
    /// <exception cref="ArgumentException">A name that has a behaviour of its own is not a domain name.</exception>
    public DnsServer(DnsServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _responder = new DnsResponder(options.Zones);
        foreach ((string text, DnsBehavior behavior) in options.Names)
        {
            _names[DnsName.TryParse(text, out DnsName? name) ? name! : throw new ArgumentException($"'{text}' is not a domain name.", nameof(options))] = behavior;
        }
    }

    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        foreach (DnsZone zone in _options.Zones.Where(zone => zone.IncludesHosts))
        {
            foreach ((string name, IPAddress[] addresses) in HostNames.All())
            {
                zone.AddHost(name, addresses);
            }
        }

        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.IPv6Any, Port));
        listener.Listen();

        // A socket for each address, as servers do it, so that an answer comes from where the query went.
        foreach (IPAddress address in HostNames.OwnAddresses())
        {
            var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            socket.Bind(new IPEndPoint(address, Port));
            Serve(ServeDatagramsAsync(socket, timeProvider, random));
        }

        while (true)
        {
            Serve(ServeConnectionAsync(await listener.AcceptAsync(), timeProvider, random));
        }
    }

    private async Task ServeDatagramsAsync(Socket socket, TimeProvider clock, RandomStream random)
    {
        byte[] buffer = new byte[DnsMessage.LargestSize];
        var any = new IPEndPoint(socket.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        while (true)
        {
            SocketReceiveFromResult received = await socket.ReceiveFromAsync(buffer.AsMemory(), SocketFlags.None, any);
            Serve(AnswerDatagramAsync(socket, buffer.AsSpan(0, received.ReceivedBytes).ToArray(), received.RemoteEndPoint, clock, random));
        }
    }

    private async Task AnswerDatagramAsync(Socket socket, byte[] bytes, EndPoint client, TimeProvider clock, RandomStream random)
    {
        if (await AnswerAsync(bytes, clock, random) is not { } answer)
        {
            return;
        }

        try
        {
            // RFC 6891 §6.2.3, §6.2.4: as much as the client takes, 512 bytes where it does not say, and no more than fits a packet.
            int limit = Math.Min(answer.Query.Edns?.UdpPayloadSize ?? DnsMessage.PlainUdpSize, DnsResponder.LargestUdp);
            await socket.SendToAsync(answer.Response.ToBytes(limit).AsMemory(), SocketFlags.None, client);
        }
        catch (SocketException exception)
        {
            Metrics.AddError(exception.SocketErrorCode.ToString());
        }
    }

    /// <summary>The answer to a message, when its time has come. Null where there is none.</summary>
    private async Task<(DnsMessage Query, DnsMessage Response)?> AnswerAsync(byte[] bytes, TimeProvider clock, RandomStream random)
    {
        // A response is nothing to answer: two servers could go on for ever.
        if (!DnsMessage.TryParseHeader(bytes, out DnsMessage? header) || header!.IsResponse)
        {
            Metrics.AddError("a message that is no query");
            return null;
        }

        Metrics.Count++;
        Metrics.AddBytes(bytes.Length, clock);
        if (!DnsMessage.TryParse(bytes, out DnsMessage? query))
        {
            Metrics.AddError("a query that cannot be read");
            return (header, DnsResponder.Fail(header, DnsResponseCode.FormatError));
        }

        if (ServingFault.Now is { } fault)
        {
            return fault.Code is { } code ? (query!, DnsResponder.Fail(query!, code)) : null;
        }

        DnsBehavior behavior = query!.Questions is [var question] && _names.TryGetValue(question.Name, out DnsBehavior? own) ? own : _options.Behavior;
        DnsFailure failure = behavior.Failure != DnsFailure.None && random.NextBoolean(behavior.FailureProbability) ? behavior.Failure : DnsFailure.None;
        if (failure == DnsFailure.Silence)
        {
            return null;
        }

        if (behavior.Delay?.Invoke() is { } delay && delay > TimeSpan.Zero)
        {
            await clock.Delay(delay);
        }

        return (query, failure switch
        {
            DnsFailure.ServerFailure => DnsResponder.Fail(query, DnsResponseCode.ServerFailure),
            DnsFailure.Refused => DnsResponder.Fail(query, DnsResponseCode.Refused),
            _ => _responder.Respond(query),
        });
    }
}
