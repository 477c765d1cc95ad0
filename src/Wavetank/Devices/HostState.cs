namespace Wavetank.Devices;

/// <summary>What a host does just now.</summary>
public enum HostState
{
    /// <summary>It has power, and its programs run.</summary>
    Running,

    /// <summary>It has power and answers, and its programs stand still: <see cref="Host.Pause"/>.</summary>
    Paused,

    /// <summary>It has power and answers, and its programs are ended: <see cref="Host.Stop()"/>.</summary>
    Stopped,

    /// <summary>It has no power: <see cref="Host.Crash"/>.</summary>
    Crashed,
}
