using Wavetank.Applications;
using Wavetank.Devices;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Keys;

/// <summary>The keys about TCP: on a host, for all its sockets; on an application, for its own.</summary>
internal static class TcpKeys
{
    // Linux's least receive buffer, and the largest window that RFC 7323 §2.3 can express.
    private static readonly OrderedRange<ByteSize> Buffers = new(new ByteSize(2304), new ByteSize(1 << 30));

    internal static readonly Option<CongestionControlKind> CongestionControl = Option<CongestionControlKind>.Optional(
        "congestion-control", ValueFormats.KindOf(() => CongestionControlKinds.Table),
        "The congestion control of TCP connections; on a host, of all its applications that name none; cubic when absent.");

    internal static readonly Option<ByteSize> SendBuffer = Option<ByteSize>.Optional(
        "send-buffer", ValueFormats.Size, "The size of a TCP socket's send buffer; it grows as needed when absent.", Buffers);

    internal static readonly Option<ByteSize> ReceiveBuffer = Option<ByteSize>.Optional(
        "receive-buffer", ValueFormats.Size, "The size of a TCP socket's receive buffer, and so the largest window; it grows as needed when absent.", Buffers);

    internal static readonly Option<bool> NoDelay = Option<bool>.Optional(
        "no-delay", ValueFormats.Switch, "Whether small TCP segments are sent at once instead of waiting for acknowledgments (Nagle); on for echo clients when absent.");

    internal static readonly Option<EcnKind> Ecn = Option<EcnKind>.Optional(
        "ecn", ValueFormats.KindOf(EcnKinds.Table), "Explicit congestion notification of TCP (RFC 3168); accept when absent, as on Linux.");

    internal static readonly Option<Duration> MinimumRto = Option<Duration>.Optional(
        "minimum-rto", ValueFormats.Duration, "The least that TCP's retransmission timeout stands above the round-trip time; 200ms when absent, as on Linux.",
        new OrderedRange<Duration>(new Duration(1_000), new Duration(120_000_000_000)));

    internal static readonly IReadOnlyList<Option> OfHosts = [CongestionControl, Ecn, MinimumRto, SendBuffer, ReceiveBuffer];

    internal static readonly IReadOnlyList<Option> OfApplications = [CongestionControl, NoDelay, SendBuffer, ReceiveBuffer];

    /// <summary>Sets on a host what the scenario says.</summary>
    internal static void Apply(OptionValues values, HostTcp tcp)
    {
        if (values.TryGet(CongestionControl, out CongestionControlKind? control))
            tcp.CongestionControl = control!.Name;
        if (values.TryGet(Ecn, out EcnKind? ecn))
            tcp.Ecn = ecn!.Mode;
        if (values.GivenOrNull(MinimumRto) is { } minimum)
            tcp.MinimumRto = minimum.ToTimeSpan();
        if (values.GivenOrNull(SendBuffer) is { } send)
            tcp.SendBufferSize = (int)send.Bytes;
        if (values.GivenOrNull(ReceiveBuffer) is { } receive)
            tcp.ReceiveBufferSize = (int)receive.Bytes;
    }

    /// <summary>What an application sets on its sockets; null where the scenario is silent.</summary>
    internal static TcpOptions? Read(OptionValues values)
    {
        if (!OfApplications.Any(values.Has))
            return null;

        values.TryGet(CongestionControl, out CongestionControlKind? control);
        return new TcpOptions
        {
            CongestionControl = control?.Name,
            NoDelay = values.GivenOrNull(NoDelay),
            SendBufferSize = (int?)values.GivenOrNull(SendBuffer)?.Bytes,
            ReceiveBufferSize = (int?)values.GivenOrNull(ReceiveBuffer)?.Bytes,
        };
    }
}
