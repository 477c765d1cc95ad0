namespace Wavetank.Scenarios.Kinds.Keys;

/// <summary>The sections that an override may create when the file does not have them.</summary>
internal static class SectionKeys
{
    internal static bool IsMapping(string key) =>
        LinkKeys.OfDirection.Any(condition => condition.Form is not null && condition.Name == key)
        || key == ScenarioKeys.Storm.Name || StormKeys.Faults.Any(fault => fault.Name == key)
        || key == LinkKeys.Queue.Name || key == LinkKeys.Forward.Name || key == LinkKeys.Backward.Name;
}
