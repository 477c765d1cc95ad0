namespace Wavetank.Scenarios.Model;

/// <summary>One link between two devices.</summary>
/// <param name="Name">Its own name: <c>client-3-core</c>, or <c>uplink-3</c> where the group is named <c>uplink</c>.</param>
/// <param name="First">The first device: forward leads away from it.</param>
/// <param name="Second">The second device.</param>
public sealed record LinkMember(string Name, string First, string Second);
