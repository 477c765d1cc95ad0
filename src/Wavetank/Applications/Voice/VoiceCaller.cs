using System.Net;
using System.Net.Sockets;
using Wavetank.Engine;
using Dns = Wavetank.Sockets.Dns;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Applications.Voice;

/// <summary>Speaks to a <see cref="VoiceReceiver"/> without a pause: a frame of G.711 every 20 ms. Counts frames sent.</summary>
/// <param name="host">The receiver's host name or address.</param>
/// <param name="port">The receiver's port.</param>
/// <param name="duration">How long the call lasts.</param>
public sealed class VoiceCaller(string host, int port, TimeSpan duration) : Application
{
    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            IPAddress[] addresses = await Dns.GetHostAddressesAsync(host, AddressFamily.InterNetwork);
            await socket.ConnectAsync(new IPEndPoint(addresses[0], port));
        }
        catch (SocketException exception)
        {
            Metrics.AddError(exception.SocketErrorCode.ToString());
            return;
        }

        uint source = (uint)random.NextUInt64();
        byte[] frame = new byte[VoiceFrame.Size];
        for (long number = 0; number * VoiceFrame.Length < duration; number++)
        {
            VoiceFrame.Write(frame, number, source, timeProvider.GetTimestamp());
            try
            {
                await socket.SendAsync(frame.AsMemory(), SocketFlags.None);
                Metrics.Count++;
                Metrics.AddBytes(frame.Length, timeProvider);
            }
            catch (SocketException exception)
            {
                Metrics.AddError(exception.SocketErrorCode.ToString());
            }

            await timeProvider.Delay(VoiceFrame.Length);
        }
    }
}
