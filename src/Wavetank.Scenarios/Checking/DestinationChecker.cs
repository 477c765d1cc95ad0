using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Checks that whoever an application talks to is there, is one device, and can be reached.</summary>
internal sealed class DestinationChecker(DeviceIndex devices, LinkIndex links, Problems problems)
{
    private readonly Lazy<Reachability> _reachability = new(() => new Reachability(devices, links));

    /// <param name="mapping">The application.</param>
    /// <param name="path">Its path.</param>
    /// <param name="values">Its options.</param>
    /// <param name="on">Where it runs; null when that is not known.</param>
    internal void Check(MappingElement mapping, string path, OptionValues values, DeviceReference? on)
    {
        foreach ((Option option, object value) in values.Values)
        {
            if (value is Destination { IsLocalhost: false } destination)
                CheckOne(destination, mapping.Find(option.Name)!.Value.Place, ElementPath.Key(path, option.Name), on);
        }
    }

    /// <summary>Checks one destination.</summary>
    internal void CheckOne(Destination destination, Place place, string path, DeviceReference? on)
    {
        if (devices.Resolve(destination.Device, place, path) is not { } target)
            return;

        if (target.IsGroup)
        {
            var example = destination with { Device = target.Members[0] };
            problems.Add(place, path,
                $"{Quoted.Text(destination.Device)} is a group of {target.Members.Count}; name one of its members, such as {example}");
            return;
        }

        if (!target.Spec.Kind.HasAddress)
        {
            problems.Add(place, path, $"{Quoted.Text(destination.Device)} is a {target.Spec.Kind}, which has no address; name a host or a router");
            return;
        }

        // With a device or a link in doubt, a missing path is only the consequence of a problem already reported.
        if (on is null || !devices.IsComplete || !links.IsComplete)
            return;

        string? cutOff = on.Members.FirstOrDefault(m => !_reachability.Value.CanReach(m, target.Member!));
        if (cutOff is not null)
        {
            problems.Add(place, path,
                $"{Quoted.Text(destination.Device)} cannot be reached from {Quoted.Text(cutOff)}: no links lead there, directly or over routers or switches");
        }
    }
}
