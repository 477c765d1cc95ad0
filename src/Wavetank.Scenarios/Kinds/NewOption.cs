using Wavetank.Links;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds;

/// <summary>Options for a row of one's own; its maker asks <see cref="OptionValues"/> for their values.</summary>
public static class NewOption
{
    /// <summary>A span of time, written <c>50ms</c>.</summary>
    /// <param name="name">The key as a scenario writes it.</param>
    /// <param name="summary">One sentence that says what the value means.</param>
    /// <param name="value">What holds when the key is absent; null when it must be given.</param>
    public static Option Duration(string name, string summary, TimeSpan? value) =>
        Create(name, summary, ValueFormats.Duration, value is { } time ? new Duration(time.Ticks * TimeSpan.NanosecondsPerTick) : null);

    /// <summary>A whole number, zero or more.</summary>
    /// <inheritdoc cref="Duration"/>
    public static Option Count(string name, string summary, long? value) => Create(name, summary, ValueFormats.Count, value);

    /// <summary>A number of bytes, written <c>64KB</c>.</summary>
    /// <inheritdoc cref="Duration"/>
    public static Option Size(string name, string summary, long? value) =>
        Create(name, summary, ValueFormats.Size, value is { } bytes ? new ByteSize(bytes) : null);

    /// <summary>A rate, written <c>10Mbps</c>.</summary>
    /// <inheritdoc cref="Duration"/>
    public static Option Rate(string name, string summary, DataRate? value) =>
        Create(name, summary, ValueFormats.Rate, value is { } rate ? new BitRate(rate.BitsPerSecond) : null);

    /// <summary>A probability, written <c>1%</c> or <c>0.01</c>.</summary>
    /// <inheritdoc cref="Duration"/>
    public static Option Probability(string name, string summary, double? value) =>
        Create(name, summary, ValueFormats.Probability, value is { } part ? new Probability((decimal)part) : null);

    /// <summary><c>on</c> or <c>off</c>.</summary>
    /// <inheritdoc cref="Duration"/>
    public static Option Switch(string name, string summary, bool? value) => Create(name, summary, ValueFormats.Switch, value);

    private static Option<T> Create<T>(string name, string summary, ValueFormat<T> format, T? value)
        where T : struct
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return value is { } given ? Option<T>.WithDefault(name, format, given, summary) : Option<T>.Required(name, format, summary);
    }
}
