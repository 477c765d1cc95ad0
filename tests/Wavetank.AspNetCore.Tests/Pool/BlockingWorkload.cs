using System.Net;
using Wavetank.Devices;
using Wavetank.Engine.Programs;
using Wavetank.Links;
using NetworkStream = Wavetank.Sockets.NetworkStream;
using TcpClient = Wavetank.Sockets.TcpClient;
using TcpListener = Wavetank.Sockets.TcpListener;

namespace Wavetank.AspNetCore.Tests.Pool;

/// <summary>Programs that only block: a server with a thread for each client and a lock between them, clients that sleep and wait for one another.</summary>
internal static class BlockingWorkload
{
    private const int Port = 5000;
    private const int Clients = 8;
    private const int Rounds = 20;

    public static async Task<string> RunAsync()
    {
        using var net = new Network(seed: 7);
        Host server = net.AddHost("server");
        server.RunBlocking(() => Serve(server));
        using var together = new SemaphoreSlim(Clients / 2);
        for (int i = 0; i < Clients; i++)
        {
            int number = i;
            Host host = net.AddHost($"client-{i}");
            net.Connect(host, server, new LinkOptions { Delay = TimeSpan.FromMilliseconds(5 + (i % 3)), Loss = 0.02 });
            host.RunBlocking(() => Ask(net, together, number));
        }

        RunResult result = await net.RunAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(0, result.Escapes);
        Assert.All(net.Simulator.Programs.All.Where(program => program.Host != "server"), program => Assert.Equal(ProgramState.Ended, program.State));
        return $"{result.Digest} {result.EventsFired} {result.LastEvent}";
    }

    private static void Serve(Host server)
    {
        var listener = new TcpListener(IPAddress.Any, Port);
        listener.Start();
        var turn = new Lock();
        byte asked = 0;
        for (int i = 0; i < Clients; i++)
        {
            TcpClient peer = listener.AcceptTcpClient();
            server.RunBlocking(() =>
            {
                NetworkStream stream = peer.GetStream();
                for (int read = stream.ReadByte(); read >= 0; read = stream.ReadByte())
                {
                    // What each client hears depends on who asked before, so that another order is another digest.
                    lock (turn)
                    {
                        stream.Write([(byte)read, ++asked]);
                    }
                }
            });
        }
    }

    private static void Ask(Network net, SemaphoreSlim together, int number)
    {
        using var connection = new TcpClient();
        connection.Connect("server", Port);
        NetworkStream stream = connection.GetStream();
        byte[] answer = new byte[2];
        for (int round = 0; round < Rounds; round++)
        {
            together.Wait();
            stream.WriteByte((byte)((round * Clients) + number));
            stream.ReadExactly(answer);
            together.Release();
            net.Sleep(TimeSpan.FromMicroseconds(answer[1]));
        }
    }
}
