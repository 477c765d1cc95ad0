using System.Globalization;

namespace Wavetank.Testing.Exploration;

/// <summary>The environment variables by which a failure is replayed, or a campaign made longer, without a change of the test.</summary>
public static class ReplayVariables
{
    /// <summary>Runs this seed alone.</summary>
    public const string Seed = "WAVETANK_SEED";

    /// <summary>With a seed: the faults that take place, such as <c>3,9</c>, or <c>none</c>.</summary>
    public const string Faults = "WAVETANK_FAULTS";

    /// <summary>With a seed: <c>scheduled</c> leaves what is due at the same instant in the order of scheduling.</summary>
    public const string Ties = "WAVETANK_TIES";

    /// <summary>How many seeds each test runs.</summary>
    public const string Seeds = "WAVETANK_SEEDS";

    /// <summary>Options as the environment wants them.</summary>
    /// <param name="options">The test's own.</param>
    /// <param name="read">Reads a variable. Default: from the environment of the process.</param>
    /// <exception cref="FormatException">A variable is not what it should be; the message says what would be right.</exception>
    public static ExplorationOptions Apply(ExplorationOptions options, Func<string, string?>? read = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        read ??= Environment.GetEnvironmentVariable;
        if (read(Seeds) is { Length: > 0 } seeds)
        {
            options = options with { Seeds = Parse<int>(Seeds, seeds, "a whole number from 1 on", text => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) is > 0 and var count ? count : null) };
        }

        if (read(Seed) is not { Length: > 0 } seed)
        {
            return options;
        }

        return options with
        {
            FirstSeed = Parse<ulong>(Seed, seed, "a whole number from 0 to 18446744073709551615", text => ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)),
            Seeds = 1,
            Faults = read(Faults) is { Length: > 0 } faults ? ParseFaults(faults) : options.Faults,
            ShufflesTies = read(Ties) is { Length: > 0 } ties
                ? Parse<bool>(Ties, ties, "'scheduled' or 'shuffled'", text => text switch { "scheduled" => false, "shuffled" => true, _ => null })
                : options.ShufflesTies,
        };
    }

    /// <summary>The places of faults, such as <c>3,9</c>, or <c>none</c>.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static IReadOnlyList<int> ParseFaults(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<int> places = [];
        foreach (string place in text == "none" ? [] : text.Split(','))
        {
            places.Add(int.TryParse(place, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out int number)
                ? number
                : throw new FormatException($"{Faults} is '{text}'; it should be numbers of faults such as '3,9', or 'none'."));
        }

        return places;
    }

    private static T Parse<T>(string name, string text, string right, Func<string, T?> parse)
        where T : struct
    {
        try
        {
            if (parse(text) is { } value)
            {
                return value;
            }
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
        }

        throw new FormatException($"{name} is '{text}'; it should be {right}.");
    }
}
