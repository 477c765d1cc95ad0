using Wavetank.Links;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds;

/// <content>What the maker of a row of one's own asks; the options are those of <see cref="NewOption"/>.</content>
public sealed partial class OptionValues
{
    /// <summary>The value of an option made by <see cref="NewOption.Duration"/>.</summary>
    public TimeSpan Duration(Option option) => Get(As<Duration>(option)).ToTimeSpan();

    /// <summary>The value of an option made by <see cref="NewOption.Count"/>.</summary>
    public long Count(Option option) => Get(As<long>(option));

    /// <summary>The value of an option made by <see cref="NewOption.Size"/>, in bytes.</summary>
    public long Size(Option option) => Get(As<ByteSize>(option)).Bytes;

    /// <summary>The value of an option made by <see cref="NewOption.Rate"/>.</summary>
    public DataRate Rate(Option option) => new(Get(As<BitRate>(option)).BitsPerSecond);

    /// <summary>The value of an option made by <see cref="NewOption.Probability"/>, 0 to 1.</summary>
    public double Probability(Option option) => (double)Get(As<Probability>(option)).Value;

    /// <summary>The value of an option made by <see cref="NewOption.Switch"/>.</summary>
    public bool Switch(Option option) => Get(As<bool>(option));

    private static Option<T> As<T>(Option option)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(option);
        return option as Option<T> ?? throw new ArgumentException($"The option {option.Name} holds a {option.Format}, which this is not.", nameof(option));
    }
}
