using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Wavetank.Links.Presets;

namespace Wavetank.Examples;

/// <summary>
/// What one speaks into a phone: 160 bytes of sound and 12 of header (G.711 in RTP) every 20 ms, whether or not they arrive. Both hosts
/// have the same clock here, so each packet's way can be timed in one direction.
/// </summary>
internal static class Voice
{
    private const int Packets = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>The percentage of packets lost, and the delays of the others in seconds, the shortest first.</summary>
    public static (double Lost, double[] Delays) Measure(LinkPreset access)
    {
        var delays = new List<double>();
        Home.Run(
            access,
            home: async network =>
            {
                using var speaker = new UdpClient();
                speaker.Connect("server", 5004);
                byte[] packet = new byte[172];
                for (int i = 0; i < Packets; i++)
                {
                    BinaryPrimitives.WriteInt64BigEndian(packet, network.Now.Nanoseconds);
                    await speaker.SendAsync(packet);
                    await network.Delay(Interval);
                }
            },
            server: async network =>
            {
                using var listener = new UdpClient(new IPEndPoint(IPAddress.Any, 5004));
                while (true)
                {
                    UdpReceiveResult packet = await listener.ReceiveAsync();
                    delays.Add((network.Now.Nanoseconds - BinaryPrimitives.ReadInt64BigEndian(packet.Buffer)) / 1e9);
                }
            });
        return (100.0 * (Packets - delays.Count) / Packets, [.. delays.Order()]);
    }
}
