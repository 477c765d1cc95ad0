namespace Wavetank.Recording.Capture;

/// <summary>The direction bits of a packet's epb_flags option.</summary>
internal enum CaptureDirection : byte
{
    Unknown = 0,
    Inbound = 1,
    Outbound = 2,
}
