using System.Globalization;

namespace Wavetank.Compare.Measuring;

/// <summary>
/// What one run of a workload gave: names and values, written and read as <c>name=value</c> lines. The ns-3 programs print the same
/// names.
/// </summary>
internal sealed class Figures
{
    private readonly Dictionary<string, string> _values = [];

    /// <summary>User and system time of the run.</summary>
    public double CpuSeconds => this["run_user_s"] + this["run_sys_s"];

    public double this[string name] => TryGet(name) ?? throw new KeyNotFoundException($"The run gave no figure '{name}'.");

    public static Figures Parse(string text)
    {
        var figures = new Figures();
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split('=', 2) is [string name, string value])
            {
                figures._values[name] = value;
            }
        }

        return figures;
    }

    public void Set(string name, double value) => _values[name] = value.ToString("R", CultureInfo.InvariantCulture);

    public void Set(string name, string value) => _values[name] = value;

    public string? Text(string name) => _values.GetValueOrDefault(name);

    public double? TryGet(string name) =>
        _values.TryGetValue(name, out string? text) && double.TryParse(text, CultureInfo.InvariantCulture, out double value) ? value : null;

    public override string ToString() => string.Concat(_values.Select(pair => $"{pair.Key}={pair.Value}\n"));
}
