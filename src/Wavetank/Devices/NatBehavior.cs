namespace Wavetank.Devices;

/// <summary>What a translator's choice depends on beside the inside end of a flow, in the words of RFC 4787 §4.1 and §5.</summary>
public enum NatBehavior
{
    /// <summary>Nothing: the same for whomever it is.</summary>
    EndpointIndependent,

    /// <summary>The address outside.</summary>
    AddressDependent,

    /// <summary>The address and the port outside. A translator that maps so is called symmetric.</summary>
    AddressAndPortDependent,
}
