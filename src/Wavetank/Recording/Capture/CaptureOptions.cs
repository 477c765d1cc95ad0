namespace Wavetank.Recording.Capture;

/// <summary>What a capture takes in.</summary>
public sealed class CaptureOptions
{
    /// <summary>The largest value of <see cref="SnapLength"/>, and its default: more than any packet has.</summary>
    public const int MaximumSnapLength = 262_144;

    /// <summary>The interfaces to capture on, such as <c>client.eth0</c>. Default: null, which means all.</summary>
    public IReadOnlyCollection<string>? Interfaces { get; init; }

    /// <summary>
    /// Bytes of each packet that are kept, counted from the IP header: 1 to <see cref="MaximumSnapLength"/>, which is the default. 120
    /// keep all headers and make a small file.
    /// </summary>
    public int SnapLength { get; init; } = MaximumSnapLength;

    /// <summary>
    /// What is said about dropped packets. Default: <see cref="CapturedDrops.Comments"/>, so that no packet appears on an interface
    /// that it did not pass.
    /// </summary>
    public CapturedDrops Drops { get; init; } = CapturedDrops.Comments;
}
