using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links;

/// <summary>What a link needs of the run that it is part of.</summary>
internal sealed record LinkContext(Simulator Simulator, PacketEvents Events);
