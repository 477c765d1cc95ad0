using System.Globalization;

namespace Wavetank.Links.Schedules;

/// <summary>Reads comma-separated values of time, rate, delay and loss.</summary>
internal static class ScheduleCsv
{
    private const decimal TicksPerSecond = TimeSpan.TicksPerSecond;

    private static readonly (string Name, Func<ScheduleStep, decimal, ScheduleStep> Set)[] Columns =
    [
        ("time_s", (step, value) => step with { At = Time(value * TicksPerSecond) }),
        ("time_ms", (step, value) => step with { At = Time(value * TicksPerSecond / 1000) }),
        ("rate_bps", (step, value) => step with { Rate = Rate(value) }),
        ("rate_kbps", (step, value) => step with { Rate = Rate(value * 1_000) }),
        ("rate_mbps", (step, value) => step with { Rate = Rate(value * 1_000_000) }),
        ("delay_ms", (step, value) => step with { Delay = Time(value * TicksPerSecond / 1_000) }),
        ("delay_us", (step, value) => step with { Delay = Time(value * TicksPerSecond / 1_000_000) }),
        ("loss", (step, value) => step with { Loss = Loss(value) }),
        ("loss_percent", (step, value) => step with { Loss = Loss(value / 100) }),
    ];

    /// <exception cref="FormatException">The lines are none such; the message says where and why.</exception>
    public static IReadOnlyList<ScheduleStep> Parse(IReadOnlyList<string> lines)
    {
        int[] columns = ReadHeader(lines[0]);
        List<ScheduleStep> steps = [];
        for (int i = 1; i < lines.Count; i++)
        {
            if (lines[i].Trim().Length == 0)
            {
                continue;
            }

            ScheduleStep step = ReadLine(lines[i], i + 1, columns);
            if (steps.Count > 0 && step.At <= steps[^1].At)
            {
                throw new FormatException($"line {i + 1}: each line is later than the one before");
            }

            steps.Add(step);
        }

        return steps.Count > 0 ? steps : throw new FormatException("has no line of values");
    }

    private static int[] ReadHeader(string line)
    {
        string[] names = [.. line.Trim().Split(',').Select(name => name.Trim())];
        int[] columns = [.. names.Select(name => Array.FindIndex(Columns, column => column.Name == name))];
        if (Array.IndexOf(columns, -1) is var unknown and >= 0)
        {
            throw new FormatException($"line 1: \"{BoundedFile.Shorten(names[unknown])}\" is not a known column (known: {string.Join(", ", Columns.Select(column => column.Name))})");
        }

        // Two columns may not say the same thing in different units.
        string[] things = [.. names.Select(name => name.Split('_')[0])];
        if (things.GroupBy(thing => thing, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new FormatException($"line 1: there are two columns of the {twice.Key}; leave one out");
        }

        return things.Contains("time") ? columns : throw new FormatException("line 1: there is no column time_s or time_ms");
    }

    private static ScheduleStep ReadLine(string line, int number, int[] columns)
    {
        string[] cells = line.Trim().Split(',');
        if (cells.Length != columns.Length)
        {
            throw new FormatException($"line {number}: has {cells.Length} values for {columns.Length} columns");
        }

        ScheduleStep step = new(TimeSpan.Zero);
        for (int i = 0; i < cells.Length; i++)
        {
            string text = cells[i].Trim();
            (string name, Func<ScheduleStep, decimal, ScheduleStep> set) = Columns[columns[i]];
            if (text.Length == 0 && !name.StartsWith("time", StringComparison.Ordinal))
            {
                continue;
            }

            if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) || value > 1_000_000_000_000_000m)
            {
                throw new FormatException($"line {number}: \"{BoundedFile.Shorten(text)}\" is no {name}; write a number such as 12.5");
            }

            try
            {
                step = set(step, value);
            }
            catch (FormatException problem)
            {
                throw new FormatException($"line {number}: {name} {text} {problem.Message}", problem);
            }
        }

        return step;
    }

    private static TimeSpan Time(decimal ticks) => ticks <= TimeSpan.TicksPerDay * 365m
        ? TimeSpan.FromTicks((long)ticks)
        : throw new FormatException("is more than a year");

    private static DataRate Rate(decimal bits) => bits is >= 1 and <= 1_000_000_000_000_000m
        ? new DataRate((long)bits)
        : throw new FormatException("is not 1 bit/s to 1000 Tbit/s; an outage is a loss of 100 %");

    private static double Loss(decimal share) => share <= 1 ? (double)share : throw new FormatException("is more than 100 %");
}
