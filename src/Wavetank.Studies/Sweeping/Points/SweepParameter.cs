using Wavetank.Scenarios.Words;

namespace Wavetank.Studies.Sweeping.Points;

/// <summary>A value of the scenario that a sweep sets.</summary>
/// <param name="Path">As <c>--set</c> names it: <c>links.bottleneck.rate</c>.</param>
/// <param name="Values">Every value that occurs, each once: in the order given (grid), or rising (Latin hypercube).</param>
internal sealed record SweepParameter(string Path, IReadOnlyList<string> Values)
{
    /// <summary>Whether it has more than one value; another is set the same at every point.</summary>
    internal bool Varies => Values.Count > 1;

    /// <summary>What its values are measured in; null where one of them is a word, or where they do not fit together.</summary>
    internal QuantityUnit? Unit
    {
        get
        {
            QuantityUnit? unit = null;
            foreach (string value in Values)
            {
                if (!Quantity.TryParse(value, out Quantity quantity) || (unit is { } other && other != quantity.Unit))
                    return null;
                unit = quantity.Unit;
            }

            return unit;
        }
    }

    /// <summary>A value as a number in the base unit; null where the parameter has no unit.</summary>
    internal double? NumberOf(string value) => Unit is not null && Quantity.TryParse(value, out Quantity quantity) ? (double)quantity.Value : null;

    /// <summary>Reads <c>PATH=VALUE,VALUE,…</c>.</summary>
    /// <exception cref="SweepException">It is none.</exception>
    internal static SweepParameter Parse(string text)
    {
        (string path, string values) = Halves(text);
        try
        {
            return new SweepParameter(path, ValueList.Parse(values));
        }
        catch (SweepException exception)
        {
            throw new SweepException($"--set {Quoted.Plain(text)}: {exception.Message}");
        }
    }

    private static (string Path, string Values) Halves(string text)
    {
        int equals = text.IndexOf('=');
        string path = equals < 0 ? "" : text[..equals].Trim();
        if (path.Length == 0)
            throw new SweepException($"--set {Quoted.Plain(text)}: is not PATH=VALUES; write one such as links.bottleneck.rate=1Mbps,2Mbps");
        if (path == "seed")
            throw new SweepException($"--set {Quoted.Plain(text)}: the seeds of a sweep are given by --seeds, such as --seeds 1..20");
        return (path, text[(equals + 1)..]);
    }
}
