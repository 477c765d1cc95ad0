using System.Net.Sockets;

namespace SocketSuite;

/// <summary>Two connected stream sockets and the listener that joined them.</summary>
internal sealed class Connection : IDisposable
{
    private Connection(Socket listener, Socket client, Socket server)
    {
        Listener = listener;
        Client = client;
        Server = server;
    }

    public Socket Listener { get; }

    public Socket Client { get; }

    public Socket Server { get; }

    public static async Task<Connection> MakeAsync(IpFamily ip)
    {
        Socket listener = ip.Listener();
        Socket client = ip.Tcp();
        await client.ConnectAsync(listener.LocalEndPoint!);
        return new Connection(listener, client, await listener.AcceptAsync());
    }

    /// <summary>For programs that block.</summary>
    public static Connection Make(IpFamily ip)
    {
        Socket listener = ip.Listener();
        Socket client = ip.Tcp();
        client.Connect(listener.LocalEndPoint!);
        return new Connection(listener, client, listener.Accept());
    }

    /// <summary>Closes the server's end with a RST, which the client has got when this is done.</summary>
    public async Task ResetByServerAsync()
    {
        Server.LingerState = new LingerOption(true, 0);
        Server.Close();
        await Expect.UntilAsync(() => Sockets.IsReadable(Client));
    }

    public void Dispose()
    {
        Listener.Dispose();
        Client.Dispose();
        Server.Dispose();
    }
}
