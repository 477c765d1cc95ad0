namespace Wavetank.Recording.Capture;

/// <summary>What a capture says about packets that were dropped.</summary>
public enum CapturedDrops
{
    /// <summary>Nothing; they are only counted in the statistics of the interface.</summary>
    None,

    /// <summary>
    /// A captured packet that is dropped at the same instant (lost by the link after it was sent, refused by the host that it
    /// reached) carries the reason as a comment, and so does one that a host sent while the link was cut. What else was never on the wire, such as a packet that found the queue full, is not in
    /// the capture, as it would not be in a real one.
    /// </summary>
    Comments,

    /// <summary>The comments, and beside them every dropped packet once more on an interface named <c>drops</c>.</summary>
    Interface,
}
