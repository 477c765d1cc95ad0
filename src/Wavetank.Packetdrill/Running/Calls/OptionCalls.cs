using System.Net.Sockets;
using Wavetank.Packetdrill.Model;
using Wavetank.Packetdrill.Parsing;
using Wavetank.Sockets.Transports;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Congestion;

namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>getsockopt and setsockopt.</summary>
internal static class OptionCalls
{
    public static ValueTask<CallResult> Get(CallContext context)
    {
        SocketFile file = context.Socket(0);
        if (NameOf(context, 2) == "TCP_CONGESTION")
        {
            string actual = file.Connection?.GetInfo().CongestionControl ?? file.Transport.Settings.Tcp.CongestionControl ?? context.Host.Stack.Tcp.DefaultCongestionControl;
            string? expected = context[3] is Argument.Text text ? text.Value : context[3] is Argument.List { Items: [Argument.Text inner] } ? inner.Value : null;
            return expected is null || expected == actual
                ? Done()
                : throw new ScriptFailure(context[3].Place, $"TCP_CONGESTION is \"{actual}\", not \"{expected}\"");
        }

        OptionRow row = Find(context);
        long value = row.Get(file);
        if (context[3] is Argument.List { Items: [not Argument.Any and var wanted] } && Constants.Evaluate(wanted) != value)
            throw new ScriptFailure(context[3].Place, $"{row.Name} is {value}, not {Constants.Evaluate(wanted)}");
        return Done();
    }

    public static ValueTask<CallResult> Set(CallContext context)
    {
        SocketFile file = context.Socket(0);
        SocketSettings settings = file.Transport.Settings;
        switch (NameOf(context, 2))
        {
            case "TCP_CONGESTION":
                SetCongestionControl(context, file);
                break;
            case "SO_LINGER":
                settings.Tcp.LingerState = new LingerOption(Part(context[3], 0) != 0, (int)Part(context[3], 1));
                break;
            case "SO_RCVTIMEO":
                settings.ReceiveTimeout = Milliseconds(context[3]);
                break;
            case "SO_SNDTIMEO":
                settings.SendTimeout = Milliseconds(context[3]);
                break;
            default:
                OptionRow row = Find(context);
                if (row.Set is null)
                    return ValueTask.FromResult(CallResult.Fail(Errno.NoSuchOption));
                row.Set(file, Constants.Evaluate(context[3]));
                break;
        }

        file.Transport.ApplySettings();
        file.Connection?.KeepAliveChanged();
        return Done();
    }

    private static void SetCongestionControl(CallContext context, SocketFile file)
    {
        if (context[3] is not Argument.Text name)
            throw new ScriptFailure(context[3].Place, "TCP_CONGESTION takes the name of a congestion control");
        if (!CongestionControlTable.Contains(name.Value))
            throw new NotApplicableException(name.Place, $"the congestion control '{name.Value}' is not modelled");
        if (file.Connection is { State: not TcpState.Closed } && file.Connection.GetInfo().CongestionControl != name.Value)
            throw new NotApplicableException(name.Place, "the congestion control of an open connection cannot be changed");
        file.Transport.Settings.Tcp.CongestionControl = name.Value;
    }

    private static OptionRow Find(CallContext context)
    {
        string level = NameOf(context, 1), name = NameOf(context, 2);
        return OptionTable.Find(level, name) ?? throw new NotApplicableException(context[2].Place, $"the socket option {level} {name} is not modelled");
    }

    private static string NameOf(CallContext context, int index) => context[index] is Argument.Word word
        ? word.Name
        : throw new NotApplicableException(context[index].Place, "a socket option must be given by its name");

    private static int Milliseconds(Argument argument) => (int)((Part(argument, 0) * 1000) + (Part(argument, 1) / 1000));

    /// <summary>A field of a structure by its place, such as <c>{onoff=1, linger=0}</c>.</summary>
    private static long Part(Argument argument, int index) => argument switch
    {
        Argument.Structure structure when structure.Fields.Count > index => Constants.Evaluate(structure.Fields[index].Value),
        Argument.List list when list.Items.Count > index => Constants.Evaluate(list.Items[index]),
        Argument.List { Items: [Argument.Structure inner] } => Part(inner, index),
        _ => throw new ScriptFailure(argument.Place, "a structure of two numbers is expected here"),
    };

    private static ValueTask<CallResult> Done() => ValueTask.FromResult(CallResult.Done);
}
