namespace Wavetank.Testing.Histories;

/// <summary>Many things of one sort, each by its key: registers, queues, or a model of your own. They are checked one by one.</summary>
/// <typeparam name="TKey">Names them.</typeparam>
/// <typeparam name="TState">The state of one.</typeparam>
/// <typeparam name="TInput">What is asked of one.</typeparam>
/// <typeparam name="TOutput">What one answers.</typeparam>
/// <param name="model">One of them.</param>
public sealed class KeyedModel<TKey, TState, TInput, TOutput>(SequentialModel<TState, TInput, TOutput> model)
    : SequentialModel<TState, Keyed<TKey, TInput>, TOutput>
    where TKey : notnull
{
    /// <inheritdoc/>
    public override TState Start => model.Start;

    /// <inheritdoc/>
    public override IEqualityComparer<TState> StateComparer => model.StateComparer;

    /// <inheritdoc/>
    public override (TState Next, TOutput Output) Apply(TState state, Keyed<TKey, TInput> input) => model.Apply(state, input.Input);

    /// <inheritdoc/>
    public override bool Accepts(Keyed<TKey, TInput> input, TOutput due, TOutput seen) => model.Accepts(input.Input, due, seen);

    /// <inheritdoc/>
    public override bool IsReadOnly(Keyed<TKey, TInput> input, TOutput output) => model.IsReadOnly(input.Input, output);

    /// <inheritdoc/>
    public override object? PartOf(Keyed<TKey, TInput> input) => input.Key;

    /// <inheritdoc/>
    public override string Describe(Keyed<TKey, TInput> input) => $"{input.Key}: {model.Describe(input.Input)}";

    /// <inheritdoc/>
    public override string Describe(Keyed<TKey, TInput> input, TOutput output) => $"{input.Key}: {model.Describe(input.Input, output)}";

    /// <inheritdoc/>
    public override string DescribeState(TState state) => model.DescribeState(state);
}
