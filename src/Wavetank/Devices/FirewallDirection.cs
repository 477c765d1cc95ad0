namespace Wavetank.Devices;

/// <summary>Which way a packet goes through a firewall.</summary>
public enum FirewallDirection
{
    /// <summary>Any.</summary>
    Any,

    /// <summary>It came from outside.</summary>
    Inward,

    /// <summary>It leaves to the outside.</summary>
    Outward,
}
