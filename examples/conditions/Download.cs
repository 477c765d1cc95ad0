using Wavetank.Links.Presets;

namespace Wavetank.Examples;

/// <summary>A file from the server, connection and slow start included.</summary>
internal static class Download
{
    private const int Size = 1_000_000;

    /// <summary>Seconds from the wish to the last byte.</summary>
    public static double Measure(LinkPreset access)
    {
        double end = 0;
        Home.Run(
            access,
            home: async network =>
            {
                using var client = new TcpClient();
                await client.ConnectAsync("server", 80);
                await client.GetStream().ReadExactlyAsync(new byte[Size]);
                end = network.Now.TotalSeconds;
            },
            server: async _ =>
            {
                using TcpListener listener = TcpListener.Create(80);
                listener.Start();
                using TcpClient client = await listener.AcceptTcpClientAsync();
                await client.GetStream().WriteAsync(new byte[Size]);
            });
        return end;
    }
}
