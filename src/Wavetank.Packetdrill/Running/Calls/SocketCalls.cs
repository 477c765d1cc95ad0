using System.Net.Sockets;
using Wavetank.Packetdrill.Parsing;
using Wavetank.Packets;
using Wavetank.Sockets.Transports;

namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>The calls that open, join and close sockets.</summary>
internal static class SocketCalls
{
    private const string Program = "script";

    public static ValueTask<CallResult> Socket(CallContext context)
    {
        bool isIPv6 = context.IsGiven(0) ? context.Number(0) == Constants.Find("AF_INET6") : context.Host.Settings.IsIPv6;
        long type = context.Number(1);
        var settings = new SocketSettings { IsIPv6 = isIPv6, Tcp = context.Host.Settings.Tcp.Copy() };
        Transport transport = (type & 0xFF) switch
        {
            1 => new StreamTransport(context.Host.Stack, Program, settings),
            2 => new DatagramTransport(context.Host.Stack, Program, settings),
            _ => throw new NotApplicableException(context[1].Place, "only stream and datagram sockets are modelled"),
        };
        if (context.IsGiven(2) && context.Number(2) is not (0 or 6 or 17))
            throw new NotApplicableException(context[2].Place, "only TCP and UDP are modelled");
        var file = new SocketFile(transport) { IsNonBlocking = (type & Constants.NonBlocking) != 0 };
        return Completed(new CallResult(context.Files.Add(file, context.ExpectedResult)));
    }

    public static ValueTask<CallResult> Bind(CallContext context)
    {
        SocketFile file = context.Socket(0);
        TransportAddress local = context.EndPoint(1, new TransportAddress(context.Host.Local, context.Host.Settings.BindPort));
        SocketError error = file.Transport.Bind(local);
        if (error == SocketError.Success && file.Transport is DatagramTransport)
            context.Conversations.OnOpened(local);
        return Completed(CallResult.Of(error));
    }

    public static ValueTask<CallResult> Listen(CallContext context)
    {
        SocketFile file = context.Socket(0);
        SocketError error = file.Transport.Listen((int)context.Number(1));
        if (error == SocketError.Success)
            context.Conversations.OnOpened(file.Transport.Local!.Value);
        return Completed(CallResult.Of(error));
    }

    public static async ValueTask<CallResult> AcceptAsync(CallContext context)
    {
        SocketFile file = context.Socket(0);
        StreamTransport? accepted;
        SocketError error;
        while ((error = file.Transport.TryAccept(out accepted)) == SocketError.WouldBlock && !file.IsNonBlocking)
            await Waiting.UntilAsync([file.Transport], () => file.Transport.IsReadable, -1);

        if (accepted is null)
            return CallResult.Of(error);
        var child = new SocketFile(accepted)
        {
            IsConnected = true,
            ReportsQueued = file.ReportsQueued,
            ZeroCopy = { IsEnabled = file.ZeroCopy.IsEnabled },
            IsNonBlocking = context.Call.Name == "accept4" && (context.Number(3) & Constants.NonBlocking) != 0,
        };
        context.Conversations.OnConnected(accepted.Local!.Value, accepted.Remote!.Value);
        _ = child.Connection;
        return new CallResult(context.Files.Add(child, context.ExpectedResult));
    }

    public static async ValueTask<CallResult> ConnectAsync(CallContext context)
    {
        SocketFile file = context.Socket(0);
        Transport transport = file.Transport;
        if (file.IsConnected && transport is StreamTransport)
            return CallResult.Fail(Errno.IsConnected);
        TransportAddress remote = context.EndPoint(1, new TransportAddress(context.Host.Remote, context.Host.Settings.ConnectPort));
        bool again = file.IsConnecting;
        SocketError error = again ? transport.FinishConnect() : transport.StartConnect(remote);
        if (transport is { Local: { } local, Remote: { } peer })
            context.Conversations.OnConnected(local, peer);
        _ = file.Connection;
        file.IsConnecting = error == SocketError.WouldBlock;
        if (error == SocketError.WouldBlock && file.IsNonBlocking)
            return CallResult.Fail(again ? Errno.Already : Errno.InProgress);
        while (error == SocketError.WouldBlock)
        {
            await Waiting.UntilAsync([transport], () => transport.IsWritable, -1);
            error = transport.FinishConnect();
        }

        file.IsConnecting = false;
        file.IsConnected = error == SocketError.Success;
        return CallResult.Of(error);
    }

    public static ValueTask<CallResult> Shutdown(CallContext context)
    {
        SocketFile file = context.Socket(0);
        _ = file.Connection;
        return Completed(CallResult.Of(file.Transport.Shutdown((SocketShutdown)context.Number(1))));
    }

    public static ValueTask<CallResult> Close(CallContext context)
    {
        ScriptFile file = context.File(0);
        context.Files.Remove(context.Number(0));
        if (file is SocketFile socket)
            socket.Transport.Close(abort: false);

        return Completed(CallResult.Done);
    }

    private static ValueTask<CallResult> Completed(CallResult result) => ValueTask.FromResult(result);
}
