using Wavetank.Packetdrill.Model;
using Wavetank.Packetdrill.Parsing;
using Wavetank.Packetdrill.Running.Hosts;
using Wavetank.Packetdrill.Running.Packets;
using Wavetank.Packets;

namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>One system call that is made: its arguments, and what it works on.</summary>
internal sealed class CallContext(VirtualHost host, FileTable files, Conversations conversations, ScriptAction.Call call, Place place)
{
    public VirtualHost Host { get; } = host;

    public FileTable Files { get; } = files;

    public Conversations Conversations { get; } = conversations;

    public ScriptAction.Call Call { get; } = call;

    public Place Place { get; } = place;

    /// <summary>The number that the script expects as the result; null where it expects none.</summary>
    public long? ExpectedResult => Call.Result is Argument.Number number ? number.Value : null;

    public Argument this[int index] => index < Call.Arguments.Count
        ? Call.Arguments[index]
        : throw new ScriptFailure(Place, $"{Call.Name} takes more than {Call.Arguments.Count} arguments");

    public bool IsGiven(int index) => index < Call.Arguments.Count && Call.Arguments[index] is not Argument.Any;

    /// <summary>An argument that must be a number or a constant.</summary>
    public long Number(int index) => Constants.Evaluate(this[index]);

    public ScriptFile File(int index) => Files.TryFind(Number(index), out ScriptFile? file)
        ? file
        : throw new CallException(Errno.BadFile);

    public SocketFile Socket(int index) => File(index) as SocketFile ?? throw new CallException("ENOTSOCK");

    /// <summary>The end point of a <c>{sa_family = ..., sin_port = htons(...), sin_addr = inet_addr("...")}</c>, or the usual one.</summary>
    public TransportAddress EndPoint(int index, TransportAddress usual)
    {
        if (!IsGiven(index))
            return usual;
        if (this[index] is not Argument.Structure structure)
            throw new ScriptFailure(this[index].Place, "an address is '...' or a structure with sa_family, sin_port and sin_addr");
        Address address = usual.Address;
        ushort port = usual.Port;
        foreach (Argument.Field field in structure.Fields)
        {
            switch (field.Name, field.Value)
            {
                case ("sin_port" or "sin6_port", Argument.Function { Name: "htons", Arguments: [var number] }):
                    port = (ushort)Constants.Evaluate(number);
                    break;
                case ("sin_addr", Argument.Function { Name: "inet_addr", Arguments: [Argument.Text text] }):
                    address = Parse(text.Value, text.Place);
                    break;
                case ("sin6_addr", Argument.Function { Name: "inet_pton", Arguments: [.., Argument.Text text] }):
                    address = Parse(text.Value, text.Place);
                    break;
                case ("sa_family", Argument.Word { Name: "AF_UNSPEC" }):
                    throw new NotApplicableException(field.Value.Place, "connecting to no address (AF_UNSPEC) is not modelled");
            }
        }

        return new TransportAddress(address, port);
    }

    private static Address Parse(string text, Place place) => System.Net.IPAddress.TryParse(text, out System.Net.IPAddress? address)
        ? Address.FromIPAddress(address)
        : throw new ScriptFailure(place, $"'{text}' is not an IP address");
}
