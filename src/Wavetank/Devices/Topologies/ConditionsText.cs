using System.Globalization;
using Wavetank.Links;

namespace Wavetank.Devices.Topologies;

/// <summary>The conditions of a direction as attributes: those that differ from what a link has by itself.</summary>
internal static class ConditionsText
{
    public static List<(string Name, string Value)> Of(LinkOptions options, int cost)
    {
        var plain = new LinkOptions();
        List<(string, string)> all = [];
        Add("rate", !options.Rate.IsUnlimited, () => Write(options.Rate));
        Add("delay", options.Delay != plain.Delay, () => Write(options.Delay));
        Add("jitter", options.Jitter != plain.Jitter, () => Write(options.Jitter));
        Add("loss", options.Loss > 0, () => Write(options.Loss));
        Add("duplicate", options.Duplicate > 0, () => Write(options.Duplicate));
        Add("reorder", options.Reorder > 0, () => Write(options.Reorder));
        Add("corrupt", options.Corrupt > 0, () => Write(options.Corrupt));
        Add("mtu", options.Mtu != plain.Mtu, () => options.Mtu.ToString(CultureInfo.InvariantCulture));
        Add("cost", cost != 1, () => cost.ToString(CultureInfo.InvariantCulture));
        return all;

        void Add(string name, bool isSaid, Func<string> value)
        {
            if (isSaid)
            {
                all.Add((name, value()));
            }
        }
    }

    /// <summary>What says that a direction has not what the other has.</summary>
    public static string DefaultOf(string name) => name switch
    {
        "rate" => "unlimited",
        "delay" or "jitter" => "0s",
        "mtu" => "1500",
        "cost" => "1",
        _ => "0",
    };

    // To the last digit, so that it reads back as it was.
    private static string Write(TimeSpan time) => time.Ticks switch
    {
        var ticks when ticks % TimeSpan.TicksPerSecond == 0 => $"{ticks / TimeSpan.TicksPerSecond}s",
        >= TimeSpan.TicksPerMillisecond and var ticks => string.Create(CultureInfo.InvariantCulture, $"{(decimal)ticks / TimeSpan.TicksPerMillisecond:0.####}ms"),
        var ticks => string.Create(CultureInfo.InvariantCulture, $"{(decimal)ticks / TimeSpan.TicksPerMicrosecond:0.#}us"),
    };

    private static string Write(DataRate rate) => rate.BitsPerSecond switch
    {
        var bits when bits % 1_000_000_000 == 0 => $"{bits / 1_000_000_000}Gbps",
        var bits when bits % 1_000_000 == 0 => $"{bits / 1_000_000}Mbps",
        var bits when bits % 1000 == 0 => $"{bits / 1000}kbps",
        var bits => $"{bits}bps",
    };

    private static string Write(double share) => share.ToString("R", CultureInfo.InvariantCulture);
}
