using Wavetank.Packets;

namespace Wavetank.Stack.Ip;

/// <summary>A device's routes as somebody computes them for it, who knows the network: what a routing protocol would have found.</summary>
internal abstract class RoutePlan
{
    /// <summary>The way to a destination, or null if there is none.</summary>
    public abstract NextHop? Find(Address destination);
}
