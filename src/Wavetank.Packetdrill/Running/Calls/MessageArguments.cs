using Wavetank.Packetdrill.Model;
using Wavetank.Packetdrill.Parsing;

namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>The structures that readv, writev, recvmsg and sendmsg take.</summary>
internal static class MessageArguments
{
    /// <summary>The sum of the lengths in <c>[{..., 1000}, {..., 500}]</c>.</summary>
    public static long TotalLength(Argument? vector) => vector is Argument.List list
        ? list.Items.Sum(item => item is Argument.Structure { Fields: [_, var length] } ? Constants.Evaluate(length.Value) : 0)
        : 0;

    /// <summary>Compares the control messages that a script expects: of those, what TCP_INQ tells.</summary>
    public static void CheckControl(Argument.Structure message, SocketFile file)
    {
        if (message.Find("msg_control") is not Argument.List expected)
            return;
        foreach (Argument item in expected.Items)
        {
            if (item is not Argument.Structure control || control.Find("cmsg_type") is not Argument.Word { Name: "TCP_CM_INQ" or "TCP_INQ" })
                throw new NotApplicableException(item.Place, "of control messages only TCP_CM_INQ is modelled");
            if (!file.ReportsQueued)
                throw new ScriptFailure(item.Place, "no control message came: TCP_INQ is not set");

            // tcp(7), as Linux: one more than there is where the stream has ended, so that a reader comes again.
            int queued = file.Transport.Available + (file.Transport.Available == 0 && file.Connection is { EndOfStream: true } ? 1 : 0);
            long wanted = control.Find("cmsg_data") is { } data ? Constants.Evaluate(data) : queued;
            if (wanted != queued)
                throw new ScriptFailure(item.Place, $"TCP_CM_INQ tells {queued}, not {wanted}");
        }
    }
}
