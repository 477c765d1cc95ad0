namespace Wavetank.Packetdrill.Model;

/// <summary>What an event's time is counted from.</summary>
internal enum EventTimeKind
{
    /// <summary>From the start of the script.</summary>
    Absolute,

    /// <summary>From the event before.</summary>
    Relative,

    /// <summary>Whenever it happens: <c>*</c>.</summary>
    Any,
}
