namespace Wavetank.Devices.Routing;

/// <summary>How a path begins.</summary>
/// <param name="Out">The interface by which it leaves; null where the beginning is a segment.</param>
/// <param name="Gateway">Who is next on the segment there; null where nobody needs to be named.</param>
/// <param name="Order">Its place among the steps of one beginning, in the order in which they were found.</param>
internal sealed record FirstStep(DeviceInterface? Out, DeviceInterface? Gateway, int Order);
