using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Checks <c>between</c>: two devices that are there and may be joined.</summary>
internal sealed class LinkEndsChecker(DeviceIndex devices, Problems problems)
{
    /// <returns>The two ends; null for an end that has a problem.</returns>
    internal (DeviceReference? First, DeviceReference? Second) Check(MappingElement link, string linkPath)
    {
        if (OptionReader.Section(link, LinkKeys.Between) is not { } element)
            return default;

        string path = ElementPath.Key(linkPath, LinkKeys.Between.Name);
        if (element is not SequenceElement { Items: [ScalarElement first, ScalarElement second] })
        {
            string found = element is SequenceElement sequence ? $"a list of {sequence.Items.Count}" : element.Description;
            problems.Add(element.Place, path, $"takes the names of two devices such as [client, server], not {found}");
            return default;
        }

        DeviceReference? a = devices.Resolve(first.Text, first.Place, ElementPath.Item(path, 0));
        DeviceReference? b = devices.Resolve(second.Text, second.Place, ElementPath.Item(path, 1));
        if (a is null || b is null || Describe(a, b, first.Text, second.Text) is not { } problem)
            return (a, b);

        problems.Add(second.Place, path, problem);
        return (a, null);
    }

    private static string? Describe(DeviceReference a, DeviceReference b, string first, string second)
    {
        if (first == second)
            return $"joins {Quoted.Text(first)} to itself; a link joins two devices (a host reaches itself as localhost)";
        if ((a.IsGroup || b.IsGroup) && a.Members.Intersect(b.Members).Any())
            return $"joins a member of {Quoted.Text(a.Spec.Name)} to itself; a link joins two devices";
        if (a.IsGroup && b.IsGroup)
            return $"joins two groups, {Quoted.Text(first)} and {Quoted.Text(second)}; join each of them to a router, or name one member such as {b.Spec.Members[0]}";
        return null;
    }
}
