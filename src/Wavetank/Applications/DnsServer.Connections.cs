using System.Buffers.Binary;
using System.Net.Sockets;
using Wavetank.Engine;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Applications;

public sealed partial class DnsServer
{
    // RFC 7766 §8: each message stands behind its length.
    private const int PrefixSize = sizeof(ushort);

    // RFC 7766 §6.2.3: of the order of a few seconds.
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(10);

    private async Task ServeConnectionAsync(Socket connection, TimeProvider clock, RandomStream random)
    {
        using Socket socket = connection;
        socket.NoDelay = true;
        byte[] prefix = new byte[PrefixSize];
        List<Task> answers = [];
        try
        {
            while (await TryReceiveAsync(socket, prefix, clock))
            {
                byte[] bytes = new byte[BinaryPrimitives.ReadUInt16BigEndian(prefix)];
                if (!await TryReceiveAsync(socket, bytes, clock))
                {
                    break;
                }

                // RFC 7766 §6.2.1.1: several queries may be under way, and a slow answer does not hold up the others.
                answers.RemoveAll(answer => answer.IsCompleted);
                answers.Add(AnswerOnAsync(socket, bytes, clock, random));
            }
        }
        catch (SocketException exception)
        {
            Metrics.AddError(exception.SocketErrorCode.ToString());
        }

        // RFC 7766 §6.2.4: a client that sends no more still gets what it asked for.
        await Task.WhenAll(answers);
    }

    private async Task AnswerOnAsync(Socket socket, byte[] bytes, TimeProvider clock, RandomStream random)
    {
        if (await AnswerAsync(bytes, clock, random) is not { } answer)
        {
            return;
        }

        byte[] message = answer.Response.ToBytes();

        // RFC 7766 §8: in one piece, so that no client sees a length alone.
        byte[] framed = new byte[PrefixSize + message.Length];
        BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)message.Length);
        message.CopyTo(framed, PrefixSize);
        try
        {
            await socket.SendAsync(framed.AsMemory(), SocketFlags.None);
        }
        catch (SocketException exception)
        {
            Metrics.AddError(exception.SocketErrorCode.ToString());
        }
    }

    /// <summary>Fills the buffer. False where the client has closed, or sends nothing for long.</summary>
    private static async Task<bool> TryReceiveAsync(Socket socket, byte[] buffer, TimeProvider clock)
    {
        using var idle = new CancellationTokenSource(IdleTimeout, clock);
        int have = 0;
        try
        {
            while (have < buffer.Length)
            {
                int received = await socket.ReceiveAsync(buffer.AsMemory(have), SocketFlags.None, idle.Token);
                if (received == 0)
                {
                    return false;
                }

                have += received;
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        return true;
    }
}
