namespace Wavetank.Studies.Sweeping.Points;

/// <summary>What units are called in files.</summary>
internal static class QuantityUnitNames
{
    /// <summary>The name; empty for plain numbers, and for packets, which are some.</summary>
    internal static string Of(QuantityUnit unit) => unit switch
    {
        QuantityUnit.Nanoseconds => "ns",
        QuantityUnit.BitsPerSecond => "bits per second",
        QuantityUnit.Bytes => "bytes",
        QuantityUnit.Part => "part",
        _ => "",
    };
}
