namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>What a script's file descriptor stands for.</summary>
internal abstract class ScriptFile
{
    /// <summary>O_NONBLOCK.</summary>
    public bool IsNonBlocking { get; set; }
}
