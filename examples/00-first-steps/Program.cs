using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Links;

using var net = new Network(seed: 42);
Host server = net.AddHost("server"), client = net.AddHost("client");
Link link = net.Connect(client, server, new LinkOptions { Delay = TimeSpan.FromMilliseconds(50), Loss = 0.01, Rate = DataRate.Mbps(10) });

server.Run(async () =>
{
    var listener = new TcpListener(IPAddress.Any, 5000);
    listener.Start();
    using TcpClient peer = await listener.AcceptTcpClientAsync();
    await peer.GetStream().CopyToAsync(peer.GetStream());
});
client.RunBlocking(() =>
{
    using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    socket.Connect("server", 5000);
    for (int i = 0; i < 100; i++)
    {
        socket.Send("hello"u8);
        socket.Receive(new byte[5]);
    }
});

net.At(TimeSpan.FromSeconds(5), link.Cut);
net.At(TimeSpan.FromSeconds(8), link.Restore);
Console.WriteLine(net.Run(TimeSpan.FromMinutes(1)));
