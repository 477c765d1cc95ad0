using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Stack.Tcp;

namespace Wavetank.Packetdrill.Running.Hosts;

/// <summary>What the options of a script, and the system settings that it makes, say of the host and of the script's part.</summary>
internal sealed class HostSettings
{
    /// <summary>Whether sockets and packets are IPv6. Default false: IPv4.</summary>
    public bool IsIPv6 { get; set; }

    /// <summary>What the host's random choices follow from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Where every connection of the host starts; null leaves it to the host.</summary>
    public uint? InitialSequence { get; init; }

    /// <summary>The host's address; the default is of the family of <see cref="IsIPv6"/>.</summary>
    public Address? Local { get; set; }

    /// <summary>The address that the script plays, likewise.</summary>
    public Address? Remote { get; set; }

    /// <summary>The port that <c>bind</c> takes where the script leaves it open.</summary>
    public ushort BindPort { get; set; } = 8080;

    /// <summary>The port that <c>connect</c> goes to where the script leaves it open.</summary>
    public ushort ConnectPort { get; set; } = 8080;

    /// <summary>The interface's MTU in bytes.</summary>
    public int Mtu { get; set; } = 1500;

    /// <summary>How much an event may come too early or too late, in nanoseconds. Default 4 ms.</summary>
    public long Tolerance { get; set; } = 4 * SimulationTime.NanosecondsPerMillisecond;

    /// <summary>How long a tick of the timestamps is; 0 leaves their values unchecked.</summary>
    public long TimestampTick { get; set; }

    /// <summary>What new sockets start with.</summary>
    public TcpSettings Tcp { get; } = new();

    /// <summary>Sets the host's ephemeral ports, first and last; the host puts itself here.</summary>
    public Action<ushort, ushort>? SetPortRange { get; set; }
}
