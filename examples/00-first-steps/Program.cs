using System.Net.Sockets;
using Wavetank.Devices;

using var net = new Network(seed: 42);
Host server = net.AddHost("server"), client = net.AddHost("client");
var link = net.Connect(client, server, new() { Delay = TimeSpan.FromMilliseconds(200) });
net.At(TimeSpan.FromSeconds(1.5), link.Cut);
net.At(TimeSpan.FromSeconds(3), link.Restore);
server.Run(async () =>
{
    using TcpListener listener = TcpListener.Create(5000);
    listener.Start();
    using TcpClient peer = await listener.AcceptTcpClientAsync();
    await peer.GetStream().CopyToAsync(peer.GetStream());
});
client.RunBlocking(() =>
{
    using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
    socket.Connect("server", 5000);
    for (double sent = net.Now.TotalSeconds; sent < 4; sent = net.Now.TotalSeconds)
    {
        socket.Receive(new byte[socket.Send("hello"u8)]);
        Console.WriteLine($"sent at {sent:0.0} s, back after {net.Now.TotalSeconds - sent:0.0} s");
    }
});
Console.WriteLine(net.Run());
