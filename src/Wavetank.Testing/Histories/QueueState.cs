using System.Collections.Immutable;
using System.Globalization;

namespace Wavetank.Testing.Histories;

/// <summary>The elements of a queue, never changed in place. Its hash is kept along, so that to compare states seldom means to go through them.</summary>
/// <typeparam name="T">The elements.</typeparam>
public sealed class QueueState<T> : IEquatable<QueueState<T>>
{
    // Any odd number: then a power of it is never 0.
    private const ulong Base = 0x9E37_79B9_7F4A_7C15;

    private const int MostInText = 8;

    private readonly ImmutableQueue<T> _items;

    // The sum of hash(item i) · Base^(Count - 1 - i): each item put multiplies the rest once more.
    private readonly ulong _hash;
    private readonly ulong _power;

    private QueueState(ImmutableQueue<T> items, int count, ulong hash, ulong power)
    {
        _items = items;
        Count = count;
        _hash = hash;
        _power = power;
    }

    internal static QueueState<T> Empty { get; } = new([], 0, 0, 1);

    /// <summary>How many elements there are.</summary>
    public int Count { get; }

    /// <summary>The elements, the first to be taken first.</summary>
    public IEnumerable<T> Items => _items;

    /// <inheritdoc/>
    public bool Equals(QueueState<T>? other) =>
        ReferenceEquals(this, other) || (other is not null && Count == other.Count && _hash == other._hash && _items.SequenceEqual(other._items));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as QueueState<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_hash, Count);

    /// <summary>The elements in their order, the first eight of many.</summary>
    public override string ToString() => Count == 0
        ? "empty"
        : string.Join(", ", _items.Take(MostInText).Select(ValueText.Of))
            + (Count > MostInText ? string.Create(CultureInfo.InvariantCulture, $" and {Count - MostInText} more") : "");

    internal QueueState<T> Enqueue(T item) => new(_items.Enqueue(item), Count + 1, unchecked((_hash * Base) + HashOf(item)), unchecked(_power * Base));

    internal QueueState<T> Dequeue(out T item)
    {
        ImmutableQueue<T> rest = _items.Dequeue(out item);
        ulong power = unchecked(_power * Inverse);
        return new QueueState<T>(rest, Count - 1, unchecked(_hash - (HashOf(item) * power)), power);
    }

    // Base's inverse modulo 2^64, by Newton's iteration: five steps from five right bits give all.
    private static ulong Inverse { get; } = InverseOf(Base);

    private static ulong InverseOf(ulong odd)
    {
        ulong inverse = odd;
        for (int i = 0; i < 5; i++)
        {
            inverse = unchecked(inverse * (2 - (odd * inverse)));
        }

        return inverse;
    }

    private static ulong HashOf(T item) => item is null ? 1 : (uint)EqualityComparer<T>.Default.GetHashCode(item);
}
