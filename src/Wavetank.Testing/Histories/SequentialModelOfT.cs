using Wavetank.Testing.Histories.Searching;

namespace Wavetank.Testing.Histories;

/// <summary>
/// What something that does one call after the other would do: the specification that a history is held to. It is a function:
/// the same state and input give the same next state and output.
/// </summary>
/// <typeparam name="TState">The state. Never changed in place.</typeparam>
/// <typeparam name="TInput">What is asked for.</typeparam>
/// <typeparam name="TOutput">What is answered.</typeparam>
public abstract class SequentialModel<TState, TInput, TOutput>
{
    /// <summary>The state before the first call.</summary>
    public abstract TState Start { get; }

    /// <summary>Which states are the same. Default: those that are equal.</summary>
    public virtual IEqualityComparer<TState> StateComparer => EqualityComparer<TState>.Default;

    /// <summary>Does one call.</summary>
    /// <returns>The state after it, and its output.</returns>
    public abstract (TState Next, TOutput Output) Apply(TState state, TInput input);

    /// <summary>Whether an output that was seen is the one that is due. Default: where both are equal.</summary>
    /// <param name="input">What was asked for.</param>
    /// <param name="due">What <see cref="Apply"/> gives.</param>
    /// <param name="seen">What the history has.</param>
    public virtual bool Accepts(TInput input, TOutput due, TOutput seen) => EqualityComparer<TOutput>.Default.Equals(due, seen);

    /// <summary>
    /// Whether a call with this output leaves every state as it was, such as a read. To say so makes checks much faster; to say so
    /// of a call that changes any state makes them wrong. Default: no.
    /// </summary>
    public virtual bool IsReadOnly(TInput input, TOutput output) => false;

    /// <summary>
    /// The part of the state that a call is about, such as a key. Parts that have nothing to do with each other are checked one by one,
    /// each from <see cref="Start"/>, which is much faster. Default: null for all, one part.
    /// </summary>
    /// <remarks>
    /// A history is linearizable where its history at each object is (Herlihy and Wing 1990, "Linearizability: a correctness condition for
    /// concurrent objects", theorem 1); the keys of a map are such objects (Horn and Kroening 2015, "Faster linearizability checking via P-compositionality").
    /// </remarks>
    public virtual object? PartOf(TInput input) => null;

    /// <summary>A call for people, such as <c>write 3</c>.</summary>
    public virtual string Describe(TInput input) => $"{input}";

    /// <summary>A call with its output for people, such as <c>read → 3</c>.</summary>
    public virtual string Describe(TInput input, TOutput output) => $"{Describe(input)} → {output}";

    /// <summary>A state for people.</summary>
    public virtual string DescribeState(TState state) => $"{state}";

    /// <summary>In which order calls are tried, the least first; null for the order in which they ended. Changes how long a check takes, never what it finds.</summary>
    internal virtual int[]? RankOf(IReadOnlyList<SearchCall<TInput, TOutput>> calls) => null;

    /// <summary>The calls without pending ones that make no difference: what there is an order for with them, there is an order for without.</summary>
    internal virtual IReadOnlyList<SearchCall<TInput, TOutput>> WithoutNeedless(IReadOnlyList<SearchCall<TInput, TOutput>> calls) => calls;

    /// <summary>Something that proves at a glance that the calls are not linearizable, or null: then they may be or not.</summary>
    internal virtual Anomaly<TInput, TOutput>? FindAnomaly(IReadOnlyList<SearchCall<TInput, TOutput>> calls) => null;
}
