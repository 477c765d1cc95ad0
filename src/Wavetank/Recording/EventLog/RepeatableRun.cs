using Wavetank.Packets;

namespace Wavetank.Recording.EventLog;

/// <summary>Runs the same simulation once more, from the beginning to the end.</summary>
/// <param name="prepare">To be called with the new run's packet events before the run starts, so that it can be observed.</param>
public delegate void RepeatableRun(Action<PacketEvents> prepare);
