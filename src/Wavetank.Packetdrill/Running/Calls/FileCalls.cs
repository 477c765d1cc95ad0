using Wavetank.Packetdrill.Model;
using Wavetank.Packetdrill.Parsing;
using Wavetank.Sockets.Transports;

namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>fcntl and ioctl.</summary>
internal static class FileCalls
{
    private const long ReadWrite = 2;

    public static ValueTask<CallResult> Control(CallContext context)
    {
        ScriptFile file = context.File(0);
        switch (context[1])
        {
            case Argument.Word { Name: "F_GETFL" }:
                return ValueTask.FromResult(new CallResult(ReadWrite | (file.IsNonBlocking ? Constants.NonBlocking : 0)));
            case Argument.Word { Name: "F_SETFL" }:
                file.IsNonBlocking = (context.Number(2) & Constants.NonBlocking) != 0;
                return ValueTask.FromResult(CallResult.Done);
            default:
                throw new NotApplicableException(context[1].Place, "of fcntl only F_GETFL and F_SETFL are modelled");
        }
    }

    /// <summary>FIONREAD, SIOCINQ: what can be read. SIOCOUTQ: what is not yet acknowledged. SIOCOUTQNSD: what is not yet sent.</summary>
    public static ValueTask<CallResult> DeviceControl(CallContext context)
    {
        SocketFile file = context.Socket(0);
        long value = context[1] switch
        {
            Argument.Word { Name: "FIONREAD" or "SIOCINQ" } => file.Transport.Available,
            Argument.Word { Name: "SIOCOUTQ" or "TIOCOUTQ" } => file.Transport is StreamTransport ? file.Connection?.Queued ?? 0 : 0,
            Argument.Word { Name: "SIOCOUTQNSD" } => file.Connection?.Unsent ?? 0,
            _ => throw new NotApplicableException(context[1].Place, "of ioctl only FIONREAD, SIOCINQ, SIOCOUTQ and SIOCOUTQNSD are modelled"),
        };
        if (context[2] is Argument.List { Items: [var expected] } && Constants.Evaluate(expected) != value)
            throw new ScriptFailure(context[2].Place, $"ioctl gives {value}, not {Constants.Evaluate(expected)}");
        return ValueTask.FromResult(CallResult.Done);
    }
}
