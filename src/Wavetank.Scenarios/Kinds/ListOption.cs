using System.Text.Json.Nodes;

namespace Wavetank.Scenarios.Kinds;

/// <summary>An option that takes a list of values, or one value alone; empty when absent. Its format and its parser are those of one value.</summary>
/// <typeparam name="T">The type of one value.</typeparam>
internal sealed class ListOption<T> : Option
    where T : notnull
{
    private readonly ValueFormat<T> _format;

    internal ListOption(string name, ValueFormat<T> format, string summary, bool isRequired = false)
        : base(name, summary, isRequired) => _format = format;

    public override string Format => $"list of {_format.Name}s";

    public override string? Default => null;

    public override string? Range => null;

    internal override bool IsList => true;

    internal override ValueFormat ValueFormat => _format;

    internal override object? DefaultValue => null;

    internal override void AddBounds(Action<string, JsonNode> add)
    {
    }

    internal override bool TryParse(ReadOnlySpan<char> text, out object? value, out string? problem)
    {
        bool isRight = _format.TryParse(text, out T? parsed, out problem);
        value = isRight ? parsed : null;
        return isRight;
    }
}
