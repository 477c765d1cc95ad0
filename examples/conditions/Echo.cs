using Wavetank.Links.Presets;

namespace Wavetank.Examples;

/// <summary>Small questions, each answered before the next: what typing into a shell, or a game, or a web page's small requests feel like.</summary>
internal static class Echo
{
    private const int Messages = 200;

    /// <summary>The round-trip times in seconds, the shortest first.</summary>
    public static double[] Measure(LinkPreset access)
    {
        var times = new List<double>();
        Home.Run(
            access,
            home: async network =>
            {
                using var client = new TcpClient();
                await client.ConnectAsync("server", 7);
                client.NoDelay = true;
                NetworkStream stream = client.GetStream();
                byte[] message = new byte[64];
                for (int i = 0; i < Messages; i++)
                {
                    double sent = network.Now.TotalSeconds;
                    await stream.WriteAsync(message);
                    await stream.ReadExactlyAsync(message);
                    times.Add(network.Now.TotalSeconds - sent);
                }
            },
            server: async _ =>
            {
                using TcpListener listener = TcpListener.Create(7);
                listener.Start();
                using TcpClient client = await listener.AcceptTcpClientAsync();
                await client.GetStream().CopyToAsync(client.GetStream());
            });
        return [.. times.Order()];
    }
}
