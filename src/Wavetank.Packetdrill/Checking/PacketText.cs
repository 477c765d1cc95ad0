using System.Text;
using Wavetank.Packetdrill.Model;
using Wavetank.Packets;

namespace Wavetank.Packetdrill.Checking;

/// <summary>A packet in the notation of scripts, for reports.</summary>
internal static class PacketText
{
    private static readonly string[] EcnNames = ["noecn", "ect1", "ect0", "ce"];

    public static string Of(PacketSpec packet) => Ip(packet.Ip) + packet switch
    {
        PacketSpec.Tcp tcp => Tcp(tcp),
        PacketSpec.Udp udp => $"udp ({udp.Length})",
        PacketSpec.Icmp icmp => $"icmp {icmp.Type} {icmp.Code}".TrimEnd(),
        _ => packet.ToString(),
    };

    public static string Flags(TcpFlags flags)
    {
        var text = new StringBuilder();
        foreach ((TcpFlags flag, char letter) in new[]
        {
            (TcpFlags.Syn, 'S'), (TcpFlags.Fin, 'F'), (TcpFlags.Rst, 'R'), (TcpFlags.Psh, 'P'), (TcpFlags.Urg, 'U'), (TcpFlags.Ece, 'E'),
            (TcpFlags.Cwr, 'W'), (TcpFlags.Ack, '.'),
        })
        {
            if ((flags & flag) != 0)
                text.Append(letter);
        }

        return text.Length == 0 ? "-" : text.ToString();
    }

    public static string Options(IReadOnlyList<TcpOptionSpec>? options) => options is null ? "..." : string.Join(',', options);

    public static string Ecn(IReadOnlyList<byte>? codepoints) => codepoints switch
    {
        null => "any",
        [var only] => EcnNames[only],
        _ => "ect01",
    };

    private static string Ip(IpSpec ip) => ip.Ecn is null or [0] ? "" : $"[{Ecn(ip.Ecn)}] ";

    private static string Tcp(PacketSpec.Tcp tcp)
    {
        var text = new StringBuilder($"{Flags(tcp.Flags)} {tcp.Sequence}");
        if (tcp.Acknowledgment is { } acknowledgment)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $" ack {acknowledgment}");
        if (tcp.Window is { } window)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $" win {window}");
        if (tcp.Urgent is { } urgent)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $" urg {urgent}");
        if (tcp.Options is null or { Count: > 0 })
            text.Append(" <").Append(Options(tcp.Options)).Append('>');
        return text.ToString();
    }
}
