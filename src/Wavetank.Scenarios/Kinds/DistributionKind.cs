using Wavetank.Scenarios.Units.Draws;

namespace Wavetank.Scenarios.Kinds;

/// <summary>A distribution that durations and sizes may be drawn from.</summary>
public sealed class DistributionKind : Kind
{
    private readonly Func<DrawArguments, Draw> _create;
    private readonly Func<DrawArguments, string?> _check;
    private readonly string _sizeForm;

    internal DistributionKind(
        string name,
        string summary,
        string form,
        string sizeForm,
        IReadOnlyList<DrawParameter> parameters,
        Func<DrawArguments, Draw> create,
        Func<DrawArguments, string?>? check = null)
        : base(name, summary)
    {
        Form = form;
        _sizeForm = sizeForm;
        Parameters = parameters;
        _create = create;
        _check = check ?? (static _ => null);
    }

    /// <summary>How it is written of durations: <c>uniform(5ms, 15ms)</c>.</summary>
    public string Form { get; }

    /// <summary>How many parameters stand between the parentheses.</summary>
    public int ParameterCount => Parameters.Count;

    internal IReadOnlyList<DrawParameter> Parameters { get; }

    internal string FormOf(DrawnQuantity quantity) => quantity == DrawnQuantity.Durations ? Form : _sizeForm;

    /// <summary>The parameters in words: <c>2 durations</c>, <c>a duration and a number</c>.</summary>
    internal string ParametersOf(DrawnQuantity quantity) => Parameters switch
    {
        [DrawParameter.Quantity] => $"one {quantity.One}",
        [DrawParameter.Quantity, DrawParameter.Number] => $"a {quantity.One} and a number",
        [DrawParameter.FileName] => "the name of a file",
        _ => $"{Parameters.Count} {quantity.One}s",
    };

    internal string? Check(DrawArguments arguments) => _check(arguments);

    internal Draw Create(DrawArguments arguments) => _create(arguments);
}
