using System.Net.Sockets;
using Wavetank.Packetdrill.Model;
using Wavetank.Packetdrill.Parsing;
using Wavetank.Packetdrill.Running.Packets;
using Wavetank.Packets;
using Wavetank.Sockets.Transports;

namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>The calls that move bytes.</summary>
internal static class TransferCalls
{
    private const long MostBytes = 64 * 1024 * 1024;
    private const int MostFragments = 17;

    public static ValueTask<CallResult> ReadAsync(CallContext context) => ReadAsync(context, context.Number(2), 0);

    public static ValueTask<CallResult> ReadVectorAsync(CallContext context) => ReadAsync(context, MessageArguments.TotalLength(context[1]), 0);

    public static ValueTask<CallResult> ReceiveAsync(CallContext context) => ReadAsync(context, context.Number(2), context.Number(3));

    public static async ValueTask<CallResult> ReceiveMessageAsync(CallContext context)
    {
        if (context[1] is not Argument.Structure message)
            throw new ScriptFailure(context[1].Place, "recvmsg takes a structure with msg_name, msg_iov and msg_flags");
        if ((context.Number(2) & MessageFlags.ErrorQueue) != 0)
        {
            SocketFile file = context.Socket(0);
            file.ZeroCopy.Update(file.Connection);
            return file.ZeroCopy.Read(message);
        }

        CallResult result = await ReadAsync(context, MessageArguments.TotalLength(message.Find("msg_iov")), context.Number(2));
        if (result.Error is null)
            MessageArguments.CheckControl(message, context.Socket(0));
        return result;
    }

    public static ValueTask<CallResult> WriteAsync(CallContext context) => SendAsync(context, Bytes(context, 1, 2), 0, null);

    public static ValueTask<CallResult> WriteVectorAsync(CallContext context) =>
        SendAsync(context, Payload.Of(Length(context, MessageArguments.TotalLength(context[1]))), 0, null);

    public static ValueTask<CallResult> SendAsync(CallContext context) => SendAsync(context, Bytes(context, 1, 2), context.Number(3), null);

    public static ValueTask<CallResult> SendToAsync(CallContext context) =>
        SendAsync(context, Bytes(context, 1, 2), context.Number(3), Destination(context, context.IsGiven(4) ? context.EndPoint(4, Usual(context)) : null));

    public static ValueTask<CallResult> SendMessageAsync(CallContext context)
    {
        if (context[1] is not Argument.Structure message)
            throw new ScriptFailure(context[1].Place, "sendmsg takes a structure with msg_name, msg_iov and msg_flags");
        if (message.Find("msg_control") is not (null or Argument.List { Items.Count: 0 }))
            throw new NotApplicableException(context.Place, "control messages of sendmsg are not modelled");
        if ((context.Number(2) & MessageFlags.ZeroCopy) != 0 && message.Find("msg_iov") is Argument.List { Items.Count: > MostFragments })
            throw new NotApplicableException(context.Place, $"that a segment of Linux holds {MostFragments} fragments at most (MAX_SKB_FRAGS) is not modelled");
        byte[] bytes = Payload.Of(Length(context, MessageArguments.TotalLength(message.Find("msg_iov"))));
        return SendAsync(context, bytes, context.Number(2), Destination(context, null));
    }

    private static TransportAddress Usual(CallContext context) => new(context.Host.Remote, context.Host.Settings.ConnectPort);

    /// <summary>Where a datagram goes: where the script says, or to the usual peer from a socket that is not connected.</summary>
    private static TransportAddress? Destination(CallContext context, TransportAddress? named) =>
        context.Socket(0).Transport is DatagramTransport { Remote: null } ? named ?? Usual(context) : named;

    private static byte[] Bytes(CallContext context, int data, int length) =>
        context[data] is Argument.Text text
            ? System.Text.Encoding.UTF8.GetBytes(text.Value)
            : Payload.Of(Length(context, context.Number(length)));

    private static int Length(CallContext context, long length) => length is >= 0 and <= MostBytes
        ? (int)length
        : throw new ScriptFailure(context.Place, $"a script moves at most {MostBytes} bytes at once, not {length}");

    private static async ValueTask<CallResult> ReadAsync(CallContext context, long length, long flags)
    {
        SocketFile file = context.Socket(0);
        MessageFlags.ThrowIfNotModelled(flags, context.Place);
        byte[] buffer = new byte[Length(context, length)];
        bool blocks = !file.IsNonBlocking && (flags & MessageFlags.DontWait) == 0;
        bool all = (flags & MessageFlags.WaitAll) != 0;
        int timeout = file.Transport.Settings.ReceiveTimeout;
        int received = 0;
        SocketError error;
        while (true)
        {
            error = file.Transport.TryReceive(buffer.AsSpan(received), MessageFlags.ToSocketFlags(flags), out ReceivedMessage message);
            received += message.Length;
            bool more = error == SocketError.WouldBlock || (error == SocketError.Success && all && message.Length > 0 && received < buffer.Length);
            if (!more || (error == SocketError.WouldBlock && !blocks))
                break;
            if (error == SocketError.WouldBlock
                && !await Waiting.UntilAsync([file.Transport], () => file.Transport.IsReadable, timeout > 0 ? timeout : -1))
                break;
        }

        return received > 0 ? new CallResult(received) : CallResult.Of(error, received);
    }

    private static async ValueTask<CallResult> SendAsync(CallContext context, byte[] bytes, long flags, TransportAddress? destination)
    {
        SocketFile file = context.Socket(0);
        MessageFlags.ThrowIfNotModelled(flags, context.Place);
        bool blocks = !file.IsNonBlocking && (flags & MessageFlags.DontWait) == 0;
        int sent = 0;
        SocketError error;
        while (true)
        {
            error = file.Transport.TrySend(bytes.AsSpan(sent), MessageFlags.ToSocketFlags(flags), destination, out int taken);
            sent += taken;
            bool full = error == SocketError.WouldBlock || (error == SocketError.Success && sent < bytes.Length && taken > 0);
            file.FullWrites += error == SocketError.WouldBlock ? 1 : 0;
            if (!full || (error == SocketError.WouldBlock && !blocks))
                break;
            if (error == SocketError.WouldBlock)
                await Waiting.UntilAsync([file.Transport], () => file.Transport.IsWritable, -1);
        }

        if (sent > 0 && (flags & MessageFlags.ZeroCopy) != 0 && file.ZeroCopy.IsEnabled && file.Connection is { } connection)
            file.ZeroCopy.OnSent(connection);
        return sent > 0 ? new CallResult(sent) : CallResult.Of(error, sent);
    }
}
