using System.Globalization;
using Wavetank.Engine;

namespace Wavetank.Testing;

/// <content>What a test varies from seed to seed.</content>
public sealed partial class Simulation
{
    private readonly List<Choice> _choices = [];
    private readonly Dictionary<string, RandomStream> _dice = [];

    /// <summary>What the test drew by <see cref="Choose"/> and <see cref="Between(string, TimeSpan, TimeSpan)"/>, in its order.</summary>
    public IReadOnlyList<Choice> Choices => _choices;

    /// <summary>Draws one of several things; each is equally likely.</summary>
    /// <param name="name">What for. Each name has dice of its own, so that a new choice changes no other.</param>
    /// <param name="values">At least one.</param>
    /// <exception cref="ArgumentException">There is nothing to choose from.</exception>
    public T Choose<T>(string name, params IReadOnlyList<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
        {
            throw new ArgumentException($"There is nothing to choose '{name}' from.", nameof(values));
        }

        return Note(name, values[(int)DiceFor(name).NextInt64(values.Count)]);
    }

    /// <summary>Draws a whole number; each is equally likely.</summary>
    /// <param name="name">What for. Each name has dice of its own, so that a new choice changes no other.</param>
    /// <param name="least">The least that it may be.</param>
    /// <param name="most">The most that it may be.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is less than <paramref name="least"/>.</exception>
    public int Between(string name, int least, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, least);
        return Note(name, (int)(least + DiceFor(name).NextInt64((long)most - least + 1)));
    }

    /// <summary>Draws a time, in whole microseconds; each is equally likely.</summary>
    /// <param name="name">What for. Each name has dice of its own, so that a new choice changes no other.</param>
    /// <param name="least">The least that it may be.</param>
    /// <param name="most">The most that it may be.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is less than <paramref name="least"/>.</exception>
    public TimeSpan Between(string name, TimeSpan least, TimeSpan most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, least);
        long steps = (most - least).Ticks / TimeSpan.TicksPerMicrosecond;
        TimeSpan drawn = least + TimeSpan.FromTicks(DiceFor(name).NextInt64(steps + 1) * TimeSpan.TicksPerMicrosecond);
        _choices.Add(new Choice(name, string.Create(CultureInfo.InvariantCulture, $"{drawn.TotalMilliseconds} ms")));
        return drawn;
    }

    private RandomStream DiceFor(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!_dice.TryGetValue(name, out RandomStream? dice))
        {
            _dice.Add(name, dice = Network.Simulator.CreateRandomStream($"test/{name}"));
        }

        return dice;
    }

    private T Note<T>(string name, T value)
    {
        _choices.Add(new Choice(name, string.Create(CultureInfo.InvariantCulture, $"{value}")));
        return value;
    }
}
