using System.Net;
using Wavetank.Devices;
using Wavetank.Examples;
using Wavetank.Links;

const int Port = 5000;

Console.WriteLine("Two devices, joined by a link of 20 ms each way:");
using (var network = new Network(seed: 7))
{
    Host server = network.AddHost("server");
    Host client = network.AddHost("client");
    network.Connect(client, server, new LinkOptions { Delay = TimeSpan.FromMilliseconds(20), Rate = DataRate.Mbps(10) });

    server.RunBlocking(() => Server.Run(IPAddress.Any, Port));
    client.RunBlocking(() => Client.Run("server", Port));
    Console.WriteLine(network.Run());
}

Console.WriteLine();
Console.WriteLine("One device, server and client on it, through localhost:");
using (var network = new Network(seed: 7))
{
    Host device = network.AddHost("device");
    device.RunBlocking(() => Server.Run(IPAddress.Loopback, Port));
    device.RunBlocking(() => Client.Run("localhost", Port));
    Console.WriteLine(network.Run());
}
