using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links;

/// <summary>What a link needs of the run that it is part of.</summary>
/// <param name="Simulator">Time and dice.</param>
/// <param name="Events">Where it tells what happens to packets.</param>
/// <param name="Hosts">For a device's name whether an address is one of its own; null for a name that is not known. Null where no names are known.</param>
internal sealed record LinkContext(Simulator Simulator, PacketEvents Events, Func<string, Func<Address, bool>?>? Hosts = null);
