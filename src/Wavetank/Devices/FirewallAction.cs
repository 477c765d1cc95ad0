namespace Wavetank.Devices;

/// <summary>What a firewall does with a packet that begins a flow.</summary>
public enum FirewallAction
{
    /// <summary>It passes, and so does what belongs to the flow.</summary>
    Allow,

    /// <summary>It is dropped, and its sender hears nothing.</summary>
    Deny,

    /// <summary>It is dropped, and its sender hears so: a RST for TCP, "administratively prohibited" for the rest.</summary>
    Reject,
}
