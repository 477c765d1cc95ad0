namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>Ends a system call with an error.</summary>
internal sealed class CallException(string errno) : Exception(errno)
{
    public string Errno { get; } = errno;
}
