namespace Wavetank.Recording.Capture;

/// <summary>An interface in a capture, with what its statistics block will say.</summary>
internal sealed class CapturedInterface(int id, string name, string description = "")
{
    public int Id => id;

    public string Name => name;

    public string Description => description;

    public long BitsPerSecond { get; set; }

    /// <summary>Packets seen, both ways.</summary>
    public long Seen { get; set; }

    /// <summary>Packets that were given to the interface and that it could not send.</summary>
    public long Dropped { get; set; }
}
