using Wavetank.Packets;

namespace Wavetank.Recording.Capture;

/// <summary>One direction of a link, as a capture sees it: the point of its packet events and the interfaces at its ends.</summary>
/// <param name="Point">The index into <see cref="PacketEvents.Points"/>.</param>
/// <param name="SendingInterface">The interface that sends here, such as <c>client.eth0</c>.</param>
/// <param name="ReceivingInterface">The interface that receives; the same one for a loopback, whose packets are captured once.</param>
/// <param name="BitsPerSecond">The rate at which the sending interface sends, or 0 where it is not known or not limited.</param>
public sealed record CapturePoint(int Point, string SendingInterface, string ReceivingInterface, long BitsPerSecond = 0)
{
    /// <summary>Every direction of every link of a network, loopbacks included.</summary>
    public static IReadOnlyList<CapturePoint> All(PacketEvents events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var points = new List<CapturePoint>();
        for (int i = 0; i < events.Points.Count; i++)
        {
            if (events.Points[i] is { SendingInterface: { } sending, ReceivingInterface: { } receiving })
            {
                points.Add(new CapturePoint(i, sending, receiving));
            }
        }

        return points;
    }
}
