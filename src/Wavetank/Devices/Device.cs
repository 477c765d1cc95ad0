namespace Wavetank.Devices;

/// <summary>A box on the diagram: it has a name, and links are plugged into it.</summary>
public abstract class Device
{
    private protected Device(Network network, string name, int index)
    {
        Network = network;
        Name = name;
        Index = index;
    }

    /// <summary>The device's name, unique in its network.</summary>
    public string Name { get; }

    /// <summary>The network that it is part of.</summary>
    public Network Network { get; }

    /// <summary>The place among the network's devices, in the order in which they were added.</summary>
    internal int Index { get; }

    /// <summary>The name that the next link's interface will have.</summary>
    internal abstract string NextInterfaceName { get; }

    /// <summary>The device's name.</summary>
    public override string ToString() => Name;
}
