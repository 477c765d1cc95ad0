using System.Net.Sockets;

namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>What a system call returned.</summary>
/// <param name="Value">The result; -1 for an error.</param>
/// <param name="Error">The name of the error; null where there is none.</param>
internal readonly record struct CallResult(long Value, string? Error = null)
{
    public static CallResult Done => new(0);

    public static CallResult Fail(string error) => new(-1, error);

    public static CallResult Of(SocketError error, long value = 0) =>
        error == SocketError.Success ? new CallResult(value) : Fail(Errno.NameOf(error));

    public override string ToString() => Error is null ? $"{Value}" : $"{Value} {Error}";
}
