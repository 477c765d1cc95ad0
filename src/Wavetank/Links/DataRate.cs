using System.Globalization;

namespace Wavetank.Links;

/// <summary>A link's rate in bits per second, with decimal prefixes. The default value, zero, means unlimited.</summary>
/// <param name="BitsPerSecond">Bits per second; 0 means that sending takes no time.</param>
public readonly record struct DataRate(long BitsPerSecond)
{
    /// <summary>Sending takes no time.</summary>
    public static DataRate Unlimited => default;

    /// <summary>Whether sending takes no time.</summary>
    public bool IsUnlimited => BitsPerSecond == 0;

    /// <summary>Thousand bits per second.</summary>
    public static DataRate Kbps(double value) => FromDouble(value * 1e3);

    /// <summary>Million bits per second.</summary>
    public static DataRate Mbps(double value) => FromDouble(value * 1e6);

    /// <summary>Billion bits per second.</summary>
    public static DataRate Gbps(double value) => FromDouble(value * 1e9);

    /// <summary>Such as <c>10Mbps</c>, or <c>unlimited</c>.</summary>
    public override string ToString() => BitsPerSecond switch
    {
        0 => "unlimited",
        >= 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{BitsPerSecond / 1e9}Gbps"),
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{BitsPerSecond / 1e6}Mbps"),
        >= 1_000 => string.Create(CultureInfo.InvariantCulture, $"{BitsPerSecond / 1e3}kbps"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{BitsPerSecond}bps"),
    };

    private static DataRate FromDouble(double bits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 1);
        return new DataRate(checked((long)Math.Round(bits)));
    }
}
