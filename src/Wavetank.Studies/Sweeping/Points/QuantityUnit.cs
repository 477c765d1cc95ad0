namespace Wavetank.Studies.Sweeping.Points;

/// <summary>What a swept value is measured in, as far as a number can be read out of it.</summary>
internal enum QuantityUnit
{
    /// <summary>A plain number, such as <c>20</c> or <c>0.01</c>.</summary>
    None,

    /// <summary>Packets, as the limit of a queue is written: <c>100 packets</c>.</summary>
    Packets,

    /// <summary>Nanoseconds.</summary>
    Nanoseconds,

    /// <summary>Bits per second.</summary>
    BitsPerSecond,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>A part of the whole, written as a percentage.</summary>
    Part,
}
