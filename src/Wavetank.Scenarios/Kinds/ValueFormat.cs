namespace Wavetank.Scenarios.Kinds;

/// <summary>How one sort of value is written in a scenario.</summary>
internal abstract class ValueFormat(string name, string summary, string example)
{
    /// <summary>The format's name: <c>duration</c>.</summary>
    internal string Name { get; } = name;

    internal string Summary { get; } = summary;

    /// <summary>A value that is right.</summary>
    internal string Example { get; } = example;

    /// <summary>A regular expression for editors (ECMA-262); null when the format takes any text. The parser is stricter.</summary>
    internal string? Pattern { get; init; }

    /// <summary>Whether a number without quotes, as YAML and JSON know numbers, is right too.</summary>
    internal NumberForm Number { get; init; }

    /// <summary>The only values there are; null when they are not a list.</summary>
    internal IReadOnlyList<Kind>? Choices => ChoicesNow?.Invoke();

    /// <summary>Tells the only values there are; users may have added some.</summary>
    internal Func<IReadOnlyList<Kind>>? ChoicesNow { get; init; }
}
