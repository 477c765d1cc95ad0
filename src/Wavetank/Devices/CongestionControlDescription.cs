namespace Wavetank.Devices;

/// <summary>A congestion control that TCP may use.</summary>
/// <param name="Name">The name by which it is chosen, such as <c>cubic</c>.</param>
/// <param name="Summary">What it is, in a line.</param>
public sealed record CongestionControlDescription(string Name, string Summary);
