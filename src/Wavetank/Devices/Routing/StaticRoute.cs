using Wavetank.Stack.Ip;

namespace Wavetank.Devices.Routing;

/// <summary>A route that was set by hand.</summary>
/// <param name="Length">The bits of its block, of the 128-bit form.</param>
/// <param name="Hop">Where it leads.</param>
internal readonly record struct StaticRoute(int Length, NextHop Hop);
