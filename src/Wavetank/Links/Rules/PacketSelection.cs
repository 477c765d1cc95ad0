using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Wavetank.Engine;

namespace Wavetank.Links.Rules;

/// <summary>Which of the packets that match a rule it is applied to, by their number among those that match (from 1), or by chance.</summary>
public sealed record PacketSelection
{
    private const int MostRanges = 1000;
    private const long MostNumber = 1_000_000_000_000;

    private readonly long _every;
    private readonly double _share;
    private readonly ImmutableArray<(long From, long To)> _ranges;

    private PacketSelection(long every, double share, ImmutableArray<(long From, long To)> ranges)
    {
        _every = every;
        _share = share;
        _ranges = ranges;
    }

    /// <summary>All of them.</summary>
    public static PacketSelection All { get; } = new(1, 0, []);

    /// <summary>The first so many, 1 or more.</summary>
    public static PacketSelection First(long count) => Range(1, count);

    /// <summary>One alone, by its number.</summary>
    public static PacketSelection Only(long number) => Range(number, number);

    /// <summary>From one number to another, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The numbers are not 1 or more, and rising.</exception>
    public static PacketSelection Range(long from, long to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return new PacketSelection(0, 0, [(from, to)]);
    }

    /// <summary>Every so many-th: the last of each such number.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static PacketSelection Every(long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new PacketSelection(count, 0, []);
    }

    /// <summary>Each with a probability, 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is none.</exception>
    public static PacketSelection Share(double probability)
    {
        Ranges.CheckProbability(probability, nameof(probability));
        return new PacketSelection(0, probability, []);
    }

    /// <summary>Reads <c>all</c>, <c>first 2</c>, <c>every 3</c>, <c>7</c>, <c>5-9</c>, <c>3, 7, 10-12</c> or <c>10%</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PacketSelection? selection)
    {
        ArgumentNullException.ThrowIfNull(text);
        selection = text.Trim() switch
        {
            "all" => All,
            var t when t.StartsWith("first ", StringComparison.Ordinal) && IsNumber(t[6..], out long n) => First(n),
            var t when t.StartsWith("every ", StringComparison.Ordinal) && IsNumber(t[6..], out long n) => Every(n),
            var t when t.EndsWith('%') => ParseShare(t[..^1]),
            var t => ParseRanges(t),
        };
        return selection is not null;
    }

    /// <summary>As <see cref="TryParse"/> reads it.</summary>
    public override string ToString() => this switch
    {
        { _every: 1 } => "all",
        { _every: > 0 } => string.Create(CultureInfo.InvariantCulture, $"every {_every}"),
        { _ranges.Length: > 0 } => string.Join(", ", _ranges.Select(range => range.From == range.To ? $"{range.From}" : $"{range.From}-{range.To}")),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(decimal)_share * 100:0.############}%"),
    };

    /// <summary>The numbers one by one; none where it is no list of numbers.</summary>
    public IEnumerable<long> Numbers()
    {
        foreach ((long from, long to) in _ranges)
        {
            for (long number = from; number <= to; number++)
            {
                yield return number;
            }
        }
    }

    /// <summary>How many numbers there are; 0 where it is no list of numbers.</summary>
    public long NumberCount => _ranges.Sum(range => range.To - range.From + 1);

    internal bool Selects(long number, RandomStream random)
    {
        if (_every > 0)
        {
            return number % _every == 0;
        }

        foreach ((long from, long to) in _ranges)
        {
            if (number >= from && number <= to)
            {
                return true;
            }
        }

        return _ranges.IsEmpty && random.NextBoolean(_share);
    }

    private static PacketSelection? ParseShare(string text) =>
        decimal.TryParse(text.TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent) && percent <= 100
            ? Share((double)(percent / 100))
            : null;

    private static PacketSelection? ParseRanges(string text)
    {
        string[] parts = text.Split(',');
        if (parts.Length > MostRanges)
        {
            return null;
        }

        var ranges = ImmutableArray.CreateBuilder<(long From, long To)>(parts.Length);
        foreach (string part in parts)
        {
            string[] ends = part.Split('-');
            if (ends.Length > 2 || !IsNumber(ends[0], out long from) || !IsNumber(ends[^1], out long to) || to < from)
            {
                return null;
            }

            ranges.Add((from, to));
        }

        return new PacketSelection(0, 0, ranges.DrainToImmutable());
    }

    private static bool IsNumber(string text, out long number) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 1 and <= MostNumber;
}
