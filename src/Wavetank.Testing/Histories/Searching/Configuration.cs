namespace Wavetank.Testing.Histories.Searching;

/// <summary>Where a search has been: which of the calls that ended were placed, and the state that followed.</summary>
/// <param name="Low">Words of placed calls that are full.</param>
/// <param name="First">The word behind them.</param>
/// <param name="Second">The next.</param>
/// <param name="Rest">All others; null where they are empty.</param>
/// <param name="State">The state.</param>
internal readonly record struct Configuration<TState>(int Low, ulong First, ulong Second, ulong[]? Rest, TState State)
{
    public static Configuration<TState> Of(Placed placed, TState state) => new(
        placed.Low, placed.Word(placed.Low), placed.Word(placed.Low + 1), placed.WordsFrom(placed.Low + 2), state);

    /// <summary>Compares configurations by what they hold.</summary>
    public sealed class Comparer(IEqualityComparer<TState> states) : IEqualityComparer<Configuration<TState>>
    {
        public bool Equals(Configuration<TState> x, Configuration<TState> y) =>
            x.Low == y.Low && x.First == y.First && x.Second == y.Second
            && x.Rest.AsSpan().SequenceEqual(y.Rest) && states.Equals(x.State, y.State);

        public int GetHashCode(Configuration<TState> obj)
        {
            var hash = default(HashCode);
            hash.Add(obj.Low);
            hash.Add(obj.First);
            hash.Add(obj.Second);
            foreach (ulong word in obj.Rest.AsSpan())
            {
                hash.Add(word);
            }

            hash.Add(obj.State is null ? 0 : states.GetHashCode(obj.State));
            return hash.ToHashCode();
        }
    }
}
