using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SocketSuite;

/// <summary>What tests ask of any socket, and the bytes that they send.</summary>
internal static class Sockets
{
    public static int Port(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;

    public static bool IsReadable(Socket socket) => socket.Poll(0, SelectMode.SelectRead);

    /// <summary>Receives until a count of bytes is there, or the end.</summary>
    public static async Task<byte[]> ReceiveAllAsync(Socket socket, int count)
    {
        byte[] bytes = new byte[count];
        int total = 0;
        while (total < count)
        {
            int received = await socket.ReceiveAsync(bytes.AsMemory(total));
            if (received == 0)
            {
                break;
            }

            total += received;
        }

        return bytes[..total];
    }

    public static async Task<string> ReceiveTextAsync(Socket socket, int count) =>
        Encoding.ASCII.GetString(await ReceiveAllAsync(socket, count));

    public static Memory<byte> Text(string text) => Encoding.ASCII.GetBytes(text);

    /// <summary>Bytes that tell where they stand.</summary>
    public static byte[] Pattern(int count)
    {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++)
        {
            bytes[i] = (byte)((i * 31) + (i >> 8));
        }

        return bytes;
    }
}
