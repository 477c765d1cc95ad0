using System.Text;
using Wavetank.Links;
using Wavetank.Scenarios.Kinds.Places;
using Wavetank.Scenarios.Kinds.Presets;

namespace Wavetank.Scenarios.Schema;

/// <summary>The blocks of pages whose rows are figures: presets and places.</summary>
internal static class FigurePages
{
    internal static void Presets(StringBuilder block, IReadOnlyList<PresetKind> rows)
    {
        MarkdownTable.Append(
            block,
            ["preset", "rate down", "rate up", "delay one-way", "loss", "queue down", "queue up"],
            rows.Select(row => (string[])
            [
                $"`{row.Name}`", PresetKind.RateOf(row.Preset.Download), PresetKind.RateOf(row.Preset.Upload), Both(row, PresetKind.DelayOf),
                Both(row, PresetKind.LossOf), PresetKind.QueueOf(row.Preset.Download), PresetKind.QueueOf(row.Preset.Upload),
            ]));
        foreach (PresetKind row in rows)
            block.Append($"## {row.Name}\n\n{row.Summary.TrimEnd('.')}: {row.Figures}; {PresetConditions.Time(row.Preset.RoundTrip)} there and back.\n\nSource: {row.Preset.Source}\n\n");
    }

    internal static void Places(StringBuilder block, IReadOnlyList<PlaceKind> rows) =>
        MarkdownTable.Append(block, ["place", "where", "latitude, longitude"], rows.Select(row => (string[])[$"`{row.Name}`", row.Summary, row.Coordinates]));

    private static string Both(PresetKind row, Func<LinkOptions, string> of)
    {
        string down = of(row.Preset.Download);
        string up = of(row.Preset.Upload);
        return down == up ? down : $"{down} down, {up} up";
    }
}
