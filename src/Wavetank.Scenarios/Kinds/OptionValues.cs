namespace Wavetank.Scenarios.Kinds;

/// <summary>The values that a scenario gives to options; what it leaves out has the option's default.</summary>
public sealed partial class OptionValues
{
    private readonly Dictionary<Option, object> _given = [];
    private readonly List<Option> _order = [];

    internal OptionValues()
    {
    }

    /// <summary>The options given, each with its value as a scenario writes it, in the order of the file.</summary>
    public IEnumerable<KeyValuePair<string, string>> Given =>
        _order.Select(o => KeyValuePair.Create(o.Name, _given[o] is bool isOn ? SwitchText.Of(isOn) : _given[o].ToString() ?? ""));

    internal IEnumerable<(Option Option, object Value)> Values => _order.Select(o => (o, _given[o]));

    internal void Add(Option option, object value)
    {
        if (_given.TryAdd(option, value))
            _order.Add(option);
    }

    internal bool Has(Option option) => _given.ContainsKey(option);

    /// <summary>The value given, or the default.</summary>
    /// <exception cref="InvalidOperationException">Neither is there: the option is optional and has no default; use <see cref="TryGet"/>.</exception>
    internal T Get<T>(Option<T> option)
        where T : notnull =>
        TryGet(option, out T? value)
            ? value!
            : throw new InvalidOperationException($"The option {option.Name} has no value and no default; ask with TryGet.");

    /// <summary>The value given, or the default; false when neither is there.</summary>
    internal bool TryGet<T>(Option<T> option, out T? value)
        where T : notnull
    {
        object? found = _given.GetValueOrDefault(option) ?? option.DefaultValue;
        value = found is T typed ? typed : default;
        return found is not null;
    }

    /// <summary>The values of a list; none when the scenario is silent.</summary>
    internal IReadOnlyList<T> Get<T>(ListOption<T> option)
        where T : notnull =>
        _given.GetValueOrDefault(option) is ListValue list ? [.. list.Items.Cast<T>()] : [];

    /// <summary>The value of an option that holds a port.</summary>
    internal int Port(Option<long> option) => (int)Get(option);

    /// <summary>The value given; null when the scenario is silent, whatever the default.</summary>
    internal T? GivenOrNull<T>(Option<T> option)
        where T : struct => _given.GetValueOrDefault(option) is T value ? value : null;
}
