namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>Makes a system call. It ends at once, or when what it waits for has happened.</summary>
internal delegate ValueTask<CallResult> SystemCall(CallContext context);
