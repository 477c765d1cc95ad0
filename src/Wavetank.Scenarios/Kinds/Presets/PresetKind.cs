using Wavetank.Links;
using Wavetank.Links.Presets;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Presets;

/// <summary>A known sort of access, whose conditions a link may take as a whole.</summary>
public sealed class PresetKind : Kind
{
    /// <summary>A row for <see cref="ScenarioTables.Presets"/>.</summary>
    /// <param name="preset">The conditions, with the name that a scenario writes.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value of one of its directions is out of its range.</exception>
    public PresetKind(LinkPreset preset)
        : base(Checked(preset).Name, preset.Summary)
    {
        Preset = preset;
    }

    /// <summary>The conditions and their source.</summary>
    public LinkPreset Preset { get; }

    /// <summary>The figures in short: <c>1.5Mbps down, 384kbps up; 25ms one-way; no loss</c>.</summary>
    public string Figures
    {
        get
        {
            (LinkOptions down, LinkOptions up) = (Preset.Download, Preset.Upload);
            string rates = (down.Rate, up.Rate) is ({ IsUnlimited: true }, { IsUnlimited: true }) ? "no limit of rate" : $"{RateOf(down)} down, {RateOf(up)} up";
            return $"{rates}; {Both(DelayOf(down), DelayOf(up))} one-way; {Both(LossOf(down), LossOf(up))} loss";
        }
    }

    internal static string RateOf(LinkOptions direction) => direction.Rate.IsUnlimited ? "no limit" : new BitRate(direction.Rate.BitsPerSecond).ToString();

    internal static string DelayOf(LinkOptions direction) =>
        direction.DelayModel is null ? PresetConditions.Time(direction.Delay).ToString() : "varying";

    internal static string LossOf(LinkOptions direction) => direction switch
    {
        { LossModel: not null } or { LossPeriod: > 0 } => "modelled",
        { Loss: 0 } => "no",
        _ => PresetConditions.Share(direction.Loss).ToString(),
    };

    internal static string QueueOf(LinkOptions direction) =>
        PresetConditions.Limit(direction.Queue) is { } limit ? limit.ToString() : direction.Queue.Kind;

    private static string Both(string down, string up) => down == up ? down : $"{down} down, {up} up";

    private static LinkPreset Checked(LinkPreset preset)
    {
        ArgumentNullException.ThrowIfNull(preset);
        ArgumentException.ThrowIfNullOrWhiteSpace(preset.Name, nameof(preset));
        preset.Download.Validate();
        preset.Upload.Validate();
        return preset;
    }
}
