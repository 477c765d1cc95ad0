using Wavetank.Devices;
using Wavetank.Links.Presets;

namespace Wavetank.Examples;

/// <summary>A home that is joined to a server by an access of some sort.</summary>
internal static class Home
{
    /// <summary>Builds it, lets the two programs run on its two hosts, and ends when nothing is left to happen.</summary>
    public static void Run(LinkPreset access, Func<Network, Task> home, Func<Network, Task> server)
    {
        using var network = new Network(seed: 1);
        Host homeHost = network.AddHost("home");
        Host serverHost = network.AddHost("server");
        network.ConnectAccess(homeHost, serverHost, access);
        serverHost.Run(() => server(network));
        homeHost.Run(() => home(network));
        network.Run();
    }
}
