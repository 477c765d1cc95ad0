namespace Wavetank.Scenarios.Kinds.Topologies;

/// <summary>Options that several topologies have.</summary>
internal static class SharedTopologyOptions
{
    internal static readonly Option<long> HostsAtEach = Hosts(1, "How many hosts hang on each router.");

    internal static Option<long> Hosts(long value, string summary, long least = 0) =>
        Option<long>.WithDefault("hosts", ValueFormats.Count, value, summary, new OrderedRange<long>(least, Checking.CheckingLimits.MaxDevices));

    internal static Option<long> Routers(long value, long least, long most) =>
        Option<long>.WithDefault("routers", ValueFormats.Count, value, "How many routers there are.", new OrderedRange<long>(least, most));

    internal static Option<long> Number(string name, long value, string summary, long least, long most) =>
        Option<long>.WithDefault(name, ValueFormats.Count, value, summary, new OrderedRange<long>(least, most));

    internal static int Int(this OptionValues values, Option<long> option) => (int)values.Get(option);
}
