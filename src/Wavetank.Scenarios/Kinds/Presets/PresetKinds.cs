using Wavetank.Links.Presets;

namespace Wavetank.Scenarios.Kinds.Presets;

/// <summary>The table of presets; its rows are the core's.</summary>
internal static class PresetKinds
{
    internal static readonly KindTable<PresetKind> Table = new("preset", [.. LinkPresets.All.Select(preset => new PresetKind(preset))]);
}
