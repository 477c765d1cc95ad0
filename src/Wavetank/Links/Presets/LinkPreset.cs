namespace Wavetank.Links.Presets;

/// <summary>
/// The conditions of a known sort of access, by name. Like the access itself it has two sides: what comes down to the subscriber, and
/// what the subscriber sends up.
/// </summary>
/// <param name="Name">The name that a scenario writes, such as <c>dsl</c>.</param>
/// <param name="Summary">What it is, in one sentence.</param>
/// <param name="Download">The conditions towards the subscriber; delays are one-way.</param>
/// <param name="Upload">The conditions away from the subscriber; delays are one-way.</param>
/// <param name="Source">Where the figures are from, and whether the source gives its delay one-way or for the round trip.</param>
public sealed record LinkPreset(string Name, string Summary, LinkOptions Download, LinkOptions Upload, string Source)
{
    /// <summary>The delay there and back, without what sending and waiting take.</summary>
    public TimeSpan RoundTrip => Download.Delay + Upload.Delay;
}
