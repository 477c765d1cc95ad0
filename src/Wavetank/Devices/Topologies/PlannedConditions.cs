using Wavetank.Links;

namespace Wavetank.Devices.Topologies;

/// <summary>What a link of a plan says of one direction itself; null where it is silent.</summary>
public sealed record PlannedConditions
{
    /// <summary>It says nothing.</summary>
    public static PlannedConditions None { get; } = new();

    /// <summary>Bits per second.</summary>
    public DataRate? Rate { get; init; }

    /// <summary>One-way propagation delay.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>By how much the delay varies both ways.</summary>
    public TimeSpan? Jitter { get; init; }

    /// <summary>The probability that a packet is lost, 0 to 1.</summary>
    public double? Loss { get; init; }

    /// <summary>The probability that a packet arrives twice, 0 to 1.</summary>
    public double? Duplicate { get; init; }

    /// <summary>The probability that a packet overtakes those before it, 0 to 1.</summary>
    public double? Reorder { get; init; }

    /// <summary>The probability that one bit of a packet is turned over, 0 to 1.</summary>
    public double? Corrupt { get; init; }

    /// <summary>The largest packet in bytes, 68 to 65535.</summary>
    public int? Mtu { get; init; }

    /// <summary>What the direction costs routes, 1 to 65535.</summary>
    public int? Cost { get; init; }

    /// <summary>These over other conditions.</summary>
    /// <param name="options">What holds where these are silent.</param>
    public LinkOptions Over(LinkOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (this == None)
        {
            return options;
        }

        return options with
        {
            Rate = Rate ?? options.Rate,
            DeliveryTrace = Rate is null ? options.DeliveryTrace : null,
            Delay = Delay ?? options.Delay,
            Jitter = Jitter ?? options.Jitter,
            DelayModel = Delay is null && Jitter is null ? options.DelayModel : null,
            Loss = Loss ?? options.Loss,
            LossPeriod = Loss is null ? options.LossPeriod : 0,
            LossModel = Loss is null ? options.LossModel : null,
            Duplicate = Duplicate ?? options.Duplicate,
            Reorder = Reorder ?? options.Reorder,
            Corrupt = Corrupt ?? options.Corrupt,
            Mtu = Mtu ?? options.Mtu,
        };
    }
}
