using Wavetank.Engine;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Building;

/// <summary>What a row of the table of applications gets to make one: the scenario's options, and dice.</summary>
internal sealed class ApplicationContext
{
    private readonly Simulator _simulator;
    private readonly string _path;
    private object? _kept;
    private readonly Func<string, IEnumerable<string>> _members;
    private readonly Dictionary<string, RandomStream> _dice = new(StringComparer.Ordinal);

    /// <param name="simulator">Whose seed the dice follow from.</param>
    /// <param name="path">The application's own path, such as <c>application/client-3/tcp-echo-client</c>.</param>
    /// <param name="options">What the scenario sets.</param>
    /// <param name="members">The hosts that a name stands for: itself, or those of a group.</param>
    internal ApplicationContext(Simulator simulator, string path, OptionValues options, Func<string, IEnumerable<string>> members)
    {
        _members = members;
        _simulator = simulator;
        _path = path;
        Options = options;
    }

    internal OptionValues Options { get; }

    /// <summary>The hosts that a list names, those of groups one by one, each once.</summary>
    internal IReadOnlyList<string> Members(ListOption<Destination> option) =>
        [.. Options.Get(option).SelectMany(name => _members(name.Device)).Distinct()];

    /// <summary>What outlives a crash of the host, as a disk does: the same object for every start of the application.</summary>
    internal T Kept<T>()
        where T : class, new() => (T)(_kept ??= new T());

    /// <summary>
    /// Draws the durations of an option, each option from dice of its own (<c>…/think</c>), so that a change of one moves no other.
    /// Null where the duration is always zero.
    /// </summary>
    internal Func<TimeSpan>? Draws(Option<Distribution> option) => Draws(Options.Get(option), option.Name);

    /// <summary>Draws durations from the dice of a name, <c>…/think</c>; an application that is started again goes on with them. Null where the duration is always zero.</summary>
    internal Func<TimeSpan>? Draws(Distribution distribution, string name)
    {
        if (distribution.IsZero)
            return null;

        RandomStream random = Dice(name);
        return () => distribution.Next(random);
    }

    /// <summary>Draws the sizes of an option in bytes, held to the least and the most that make sense, from dice of its own.</summary>
    internal Func<long> Draws(Option<SizeDistribution> option, long least, long most)
    {
        SizeDistribution distribution = Options.Get(option);
        RandomStream random = Dice(option.Name);
        return () => distribution.Next(random, least, most);
    }

    private RandomStream Dice(string name)
    {
        if (!_dice.TryGetValue(name, out RandomStream? random))
            _dice.Add(name, random = _simulator.CreateRandomStream($"{_path}/{name}"));
        return random;
    }
}
