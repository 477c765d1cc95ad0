using System.Globalization;
using System.Text;
using Wavetank.Packets;

namespace Wavetank.Tests.Stack.Tcp.Support;

/// <summary>Segments as TCP engineers write them: <c>P. 1:1001(1000) ack 1 win 501</c>, numbers counted from the initial ones.</summary>
internal static class SegmentText
{
    public static string Of(Packet packet, uint sequenceBase, uint ackBase, bool withOptions, bool withWindow)
    {
        ref readonly TcpHeader tcp = ref packet.Tcp;
        var text = new StringBuilder();
        text.Append(FlagsOf(tcp.Flags)).Append(' ');
        uint start = tcp.SequenceNumber - sequenceBase;
        text.Append(CultureInfo.InvariantCulture, $"{start}:{start + (uint)packet.PayloadLength}({packet.PayloadLength})");
        if (tcp.Has(TcpFlags.Ack))
        {
            text.Append(CultureInfo.InvariantCulture, $" ack {tcp.AcknowledgmentNumber - ackBase}");
        }

        if (withWindow)
        {
            text.Append(CultureInfo.InvariantCulture, $" win {tcp.Window}");
        }

        if (withOptions)
        {
            text.Append(OptionsOf(in tcp.Options, ackBase));
        }

        return text.ToString();
    }

    private static string FlagsOf(TcpFlags flags)
    {
        var text = new StringBuilder();
        Add(TcpFlags.Syn, 'S');
        Add(TcpFlags.Fin, 'F');
        Add(TcpFlags.Psh, 'P');
        Add(TcpFlags.Rst, 'R');
        Add(TcpFlags.Ece, 'E');
        Add(TcpFlags.Cwr, 'W');
        Add(TcpFlags.Ack, '.');
        return text.ToString();

        void Add(TcpFlags flag, char letter)
        {
            if ((flags & flag) != 0)
            {
                text.Append(letter);
            }
        }
    }

    private static string OptionsOf(in TcpOptions options, uint ackBase)
    {
        var parts = new List<string>();
        if (options.MaximumSegmentSize != 0)
        {
            parts.Add($"mss {options.MaximumSegmentSize}");
        }

        if (options.SackPermitted)
        {
            parts.Add("sackOK");
        }

        if (options.HasTimestamps)
        {
            parts.Add("TS");
        }

        if (options.HasWindowScale)
        {
            parts.Add($"wscale {options.WindowScale}");
        }

        if (options.SackCount > 0)
        {
            var blocks = new List<string>();
            for (int i = 0; i < options.SackCount; i++)
            {
                blocks.Add($"{options.SackBlocks[i].Left - ackBase}:{options.SackBlocks[i].Right - ackBase}");
            }

            parts.Add("sack " + string.Join(' ', blocks));
        }

        return parts.Count == 0 ? "" : $" <{string.Join(',', parts)}>";
    }
}
