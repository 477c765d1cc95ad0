using Wavetank.Devices;

namespace Wavetank.Scenarios.Kinds;

/// <summary>A kind of device.</summary>
public sealed class DeviceKind : Kind
{
    private readonly Func<Network, string, OptionValues, Device> _add;

    internal DeviceKind(string name, string summary, bool runsApplications, bool forwards, Func<Network, string, OptionValues, Device> add)
        : base(name, summary)
    {
        _add = add;
        RunsApplications = runsApplications;
        Forwards = forwards;
    }

    /// <summary>What may be set, beside what every device has (<c>kind</c>, <c>count</c>).</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>Whether applications may run on it.</summary>
    public bool RunsApplications { get; }

    /// <summary>Whether it passes on packets that are not its own.</summary>
    public bool Forwards { get; }

    /// <summary>Whether it has an address that others can talk to.</summary>
    public bool HasAddress { get; internal init; } = true;

    /// <summary>Adds a device of this kind to a network.</summary>
    internal Device AddTo(Network network, string name, OptionValues values) => _add(network, name, values);
}
