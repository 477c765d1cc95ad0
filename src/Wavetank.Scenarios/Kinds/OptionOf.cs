using System.Text.Json.Nodes;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Kinds;

/// <summary>An option whose value, once read, is a <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class Option<T> : Option
    where T : notnull
{
    private readonly ValueFormat<T> _format;
    private readonly ValueRange<T>? _range;

    /// <summary>An option that must be given.</summary>
    internal static Option<T> Required(string name, ValueFormat<T> format, string summary, ValueRange<T>? range = null) =>
        new(name, format, summary, true, null, range);

    /// <summary>An option that may be absent and then says nothing.</summary>
    internal static Option<T> Optional(string name, ValueFormat<T> format, string summary, ValueRange<T>? range = null) =>
        new(name, format, summary, false, null, range);

    /// <summary>An option with a default.</summary>
    internal static Option<T> WithDefault(string name, ValueFormat<T> format, T value, string summary, ValueRange<T>? range = null) =>
        new(name, format, summary, false, value, range);

    private Option(string name, ValueFormat<T> format, string summary, bool isRequired, object? defaultValue, ValueRange<T>? range)
        : base(name, summary, isRequired)
    {
        _format = format;
        _range = range;
        DefaultValue = defaultValue;
    }

    /// <summary>The same option, which may be a mapping too.</summary>
    internal Option<T> OrMapping(Conditions.ConditionForm form) => new(Name, _format, Summary, IsRequired, DefaultValue, _range) { Form = form };

    public override string Format => _format.Name;

    public override string? Default => DefaultValue is bool isOn ? SwitchText.Of(isOn) : DefaultValue?.ToString();

    public override string? Range => _range?.ToString();

    internal override object? DefaultValue { get; }

    internal override ValueFormat ValueFormat => _format;

    internal override void AddBounds(Action<string, JsonNode> add)
    {
        if (_range is OrderedRange<long> range)
        {
            add("minimum", range.Minimum);
            if (range.Maximum is long maximum)
                add("maximum", maximum);
        }
        else if (_range is OrderedRange<Units.Factor> factors)
        {
            add("minimum", factors.Minimum.Value);
            if (factors.Maximum is { } most)
                add("maximum", most.Value);
        }
        else
            add("minimum", 0);
    }

    internal override bool TryParse(ReadOnlySpan<char> text, out object? value, out string? problem)
    {
        value = null;
        if (!_format.TryParse(text, out T? parsed, out problem))
            return false;
        if (_range?.Contains(parsed!) == false)
        {
            problem = $"{Quoted.Text(text)} is out of range; {_range} is right";
            return false;
        }

        value = parsed;
        return true;
    }
}
