using Wavetank.Engine;

namespace Wavetank.Links.Schedules;

/// <summary>Conditions step by step, once or again and again.</summary>
/// <param name="Steps">1 to 100,000 steps, each later than the one before.</param>
public sealed record StepScheduleOptions(IReadOnlyList<ScheduleStep> Steps) : ScheduleOptions
{
    private const int Most = 100_000;

    /// <summary>After how long the schedule begins anew, with the link's own conditions, later than the last step; null, the default, for never.</summary>
    public TimeSpan? Repeat { get; init; }

    /// <summary>Reads a file of at most 1 MiB with comma-separated values; its first line names the columns.</summary>
    /// <remarks>
    /// Columns are <c>time_s</c> or <c>time_ms</c>, which there must be, and any of <c>rate_bps</c>, <c>rate_kbps</c>, <c>rate_mbps</c>, <c>delay_ms</c>, <c>delay_us</c>,
    /// <c>loss</c> (0 to 1), <c>loss_percent</c>. An empty cell leaves a condition as it was.
    /// </remarks>
    /// <exception cref="FormatException">It is no such file; the message says where and why.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static StepScheduleOptions FromCsv(string path) => new(ScheduleCsv.Parse(BoundedFile.ReadLines(path)));

    /// <inheritdoc/>
    public override void Validate()
    {
        if (Steps.Count is < 1 or > Most)
        {
            throw new ArgumentOutOfRangeException(nameof(Steps), Steps.Count, $"A schedule has 1 to {Most} steps, and this one has {Steps.Count}.");
        }

        for (int i = 0; i < Steps.Count; i++)
        {
            Steps[i].Validate();
            if (i > 0 && Steps[i].At <= Steps[i - 1].At)
            {
                throw new ArgumentOutOfRangeException(nameof(Steps), Steps[i].At, $"Step {i + 1} of the schedule does not begin after step {i}; each is later than the one before.");
            }
        }

        if (Repeat is { } repeat && repeat <= Steps[^1].At)
        {
            throw new ArgumentOutOfRangeException(nameof(Repeat), repeat, "A schedule begins anew later than at its last step.");
        }
    }

    /// <inheritdoc/>
    public override LinkSchedule Create(RandomStream random) => new StepSchedule(this);
}
