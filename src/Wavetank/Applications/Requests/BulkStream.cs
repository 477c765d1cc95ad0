using System.Net.Sockets;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Applications.Requests;

/// <summary>Sends runs of <see cref="BulkPattern"/>.</summary>
internal static class BulkStream
{
    /// <summary>Sends the bytes of the pattern from a position to a position.</summary>
    public static async ValueTask SendAsync(Socket socket, long from, long to, CancellationToken token)
    {
        while (from < to)
        {
            int run = (int)Math.Min(BulkPattern.LongestRun, to - from);
            from += await socket.SendAsync(BulkPattern.At(from, run), SocketFlags.None, token);
        }
    }
}
