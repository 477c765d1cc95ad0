using System.Collections.Immutable;
using Wavetank.Engine;

namespace Wavetank.Links.Loss;

/// <summary>
/// The packets with the given numbers are lost, and no others. A direction counts what it sends from 1, from when the model takes
/// effect, copies included.
/// </summary>
public sealed record ListLossOptions : LossOptions
{
    private readonly ImmutableArray<long> _numbers;

    /// <summary>Makes the definition.</summary>
    /// <param name="numbers">Numbers of packets, 1 or more, in any order.</param>
    public ListLossOptions(params IEnumerable<long> numbers) => _numbers = [.. numbers.Distinct().Order()];

    /// <summary>The numbers, in order.</summary>
    public IReadOnlyList<long> Numbers => _numbers;

    /// <inheritdoc/>
    public override void Validate()
    {
        if (_numbers.IsEmpty || _numbers[0] < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(Numbers), "The numbers of lost packets are 1 or more, and there is at least one.");
        }
    }

    /// <inheritdoc/>
    public override LossModel Create(RandomStream random) => new ListLoss(_numbers);

    /// <summary>Whether the numbers are the same.</summary>
    public bool Equals(ListLossOptions? other) => other is not null && _numbers.AsSpan().SequenceEqual(other._numbers.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => _numbers.Length;
}
