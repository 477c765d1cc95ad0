using System.Text;
using Wavetank.Packets;

namespace Wavetank.Recording.Capture;

/// <summary>The comments on dropped packets, such as <c>dropped: queue full at link/client-server/forward</c>, each made once.</summary>
internal sealed class DropComments(PacketEvents events)
{
    private readonly Dictionary<(DropReason Reason, int Point), byte[]> _made = [];

    public ReadOnlySpan<byte> For(DropReason reason, int point)
    {
        if (reason == DropReason.None)
        {
            return default;
        }

        if (!_made.TryGetValue((reason, point), out byte[]? comment))
        {
            comment = Encoding.UTF8.GetBytes($"dropped: {DropReasonNames.WordsOf(reason)} at {events.Points[point].Path}");
            _made.Add((reason, point), comment);
        }

        return comment;
    }
}
