using Wavetank.Links.Delay;

namespace Wavetank.Links.Impairments;

/// <summary>
/// Packets arrive in bursts, as on media that wait for their turn (DOCSIS, Wi-Fi): netem's <c>slot MIN MAX packets N bytes N</c>, and its
/// <c>slot distribution</c>. A packet whose delay is over waits for the next slot. A slot opens MIN to MAX after the one before it was full; where one went by unused, that time counts from when a packet is ready.
/// </summary>
/// <param name="Minimum">The shortest time from a slot to the next, above zero; zero or more where there is a <see cref="Distribution"/>.</param>
public sealed record SlotOptions(TimeSpan Minimum)
{
    /// <summary>The longest time from a slot to the next; the time between is drawn evenly. Default: the same as <see cref="Minimum"/>.</summary>
    public TimeSpan Maximum { get; init; } = Minimum;

    /// <summary>What the time from a slot to the next is drawn from, instead of evenly up to <see cref="Maximum"/>; what is below <see cref="Minimum"/> is that. Default none.</summary>
    public DelayOptions? Distribution { get; init; }

    /// <summary>The most packets that a slot lets through, 1 or more. Default: as many as there are.</summary>
    public int Packets { get; init; } = int.MaxValue;

    /// <summary>A slot is full with the packet that reaches so many bytes, 1 or more. Default: no limit.</summary>
    public long Bytes { get; init; } = long.MaxValue;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range; the message says which and what the range is.</exception>
    public void Validate()
    {
        if (Minimum < TimeSpan.Zero || (Minimum == TimeSpan.Zero && Distribution is null) || Maximum < Minimum)
        {
            throw new ArgumentOutOfRangeException(Minimum <= TimeSpan.Zero ? nameof(Minimum) : nameof(Maximum), "The time between slots is above zero, and its maximum not below its minimum.");
        }

        Distribution?.Validate();

        ArgumentOutOfRangeException.ThrowIfLessThan(Packets, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Bytes, 1);
    }
}
