using System.Globalization;

namespace Wavetank.Compare.Workloads;

/// <summary>What a workload is told: <c>name=value</c> words, as on its command line.</summary>
internal sealed class Parameters
{
    private readonly Dictionary<string, string> _values = [];

    public Parameters(IEnumerable<string> words)
    {
        foreach (string word in words)
        {
            string[] parts = word.Split('=', 2);
            _values[parts[0]] = parts.Length == 2
                ? parts[1]
                : throw new ArgumentException($"'{word}' is no parameter; write name=value.", nameof(words));
        }
    }

    /// <summary>
    /// The part of the whole that is run, 0 to 1: of its simulated time or of its rounds. Below 1 to warm the compiler up, or for a
    /// quick look.
    /// </summary>
    public double Scale { get; set; } = 1;

    public int Number(string name, int otherwise) =>
        _values.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>A count that shrinks with <see cref="Scale"/>.</summary>
    public int Scaled(string name, int otherwise) => Math.Max(1, (int)(Number(name, otherwise) * Scale));

    /// <summary>A simulated time in seconds that shrinks with <see cref="Scale"/>.</summary>
    public TimeSpan Duration(string name, int seconds) => TimeSpan.FromSeconds(Number(name, seconds) * Scale);
}
