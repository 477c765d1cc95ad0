using System.Globalization;
using Wavetank.Devices.Topologies.Reading;
using Wavetank.Links;

namespace Wavetank.Devices.Topologies;

/// <summary>The conditions of a direction as attributes: those that differ from what a link has by itself.</summary>
internal static class ConditionsText
{
    public static List<(string Name, string Value)> Of(LinkOptions options, int cost)
    {
        var plain = new LinkOptions();
        List<(string, string)> all = [];
        Add("rate", !options.Rate.IsUnlimited, () => Quantities.Write(options.Rate));
        Add("delay", options.Delay != plain.Delay, () => Quantities.Write(options.Delay));
        Add("jitter", options.Jitter != plain.Jitter, () => Quantities.Write(options.Jitter));
        Add("loss", options.Loss > 0, () => Quantities.Write(options.Loss));
        Add("duplicate", options.Duplicate > 0, () => Quantities.Write(options.Duplicate));
        Add("reorder", options.Reorder > 0, () => Quantities.Write(options.Reorder));
        Add("corrupt", options.Corrupt > 0, () => Quantities.Write(options.Corrupt));
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
}
