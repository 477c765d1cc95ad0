namespace Wavetank.Devices.Faults.Storms;

/// <summary>What a host lacks in a storm.</summary>
public enum Shortage
{
    /// <summary>Ephemeral ports.</summary>
    Ports,

    /// <summary>Room in the queue of a listening port.</summary>
    ListenQueue,

    /// <summary>Answers to its look-ups of names.</summary>
    Names,

    /// <summary>The answers of the name servers that it runs.</summary>
    NameServer,
}
