using Wavetank.Applications;
using Wavetank.Applications.Requests;
using Wavetank.Applications.Video;
using Wavetank.Applications.Voice;
using Wavetank.Devices;
using Wavetank.Links.Presets;

namespace Wavetank.Examples;

/// <summary>What a person would say of it: a phone call's mean opinion score, and how a film plays. With the library's own applications.</summary>
internal static class Judged
{
    private static readonly long[] Bitrates = [235_000, 375_000, 560_000, 750_000, 1_050_000, 1_750_000, 2_350_000, 3_000_000];

    /// <summary>Of ten seconds spoken at home and heard at the server: the score, 1 to 4.5, and the percentage of frames that were not heard in time.</summary>
    public static (double Score, double Lost) Call(LinkPreset access)
    {
        var receiver = new VoiceReceiver(5004, buffer: TimeSpan.FromMilliseconds(60));
        Run(access, receiver, new VoiceCaller("server", 5004, TimeSpan.FromSeconds(10)));
        return (Figure(receiver, "mos"), 100 * Figure(receiver, "loss"));
    }

    /// <summary>
    /// Of two minutes of video: the mean bitrate, the seconds until the first picture, how often it stood still and for how many seconds;
    /// null where not even that much came in an hour.
    /// </summary>
    public static (double Bitrate, double Start, double Stalls, double Stalled)? Film(LinkPreset access)
    {
        var player = new VideoClient(new VideoOptions { Host = "server", Port = 80, Bitrates = Bitrates });
        Run(access, new RequestServer(80), player);
        return player.Metrics.Count < 30 ? null
            : (Figure(player, "bitrate"), Figure(player, "startup") / 1e9, Figure(player, "stalls"), Figure(player, "stalled") / 1e9);
    }

    private static double Figure(Application application, string name) => application.Metrics.Figures[name].Value ?? 0;

    private static void Run(LinkPreset access, Application server, Application home)
    {
        using var network = new Network(seed: 1);
        Host homeHost = network.AddHost("home");
        Host serverHost = network.AddHost("server");
        network.ConnectAccess(homeHost, serverHost, access);
        serverHost.Run(() => server.RunAsync(serverHost.TimeProvider, network.Simulator.CreateRandomStream("server")));
        homeHost.Run(() => home.RunAsync(homeHost.TimeProvider, network.Simulator.CreateRandomStream("home")));
        network.Run(TimeSpan.FromHours(1));
    }
}
