namespace Wavetank.Testing.Histories;

/// <summary>Makes models from functions.</summary>
public static class SequentialModel
{
    /// <summary>A model of your own in one function.</summary>
    /// <param name="start">The state before the first call. States have value equality and are never changed.</param>
    /// <param name="apply">The state after a call, and its output.</param>
    /// <typeparam name="TState">The state: a value, a record, an immutable collection with value equality.</typeparam>
    /// <typeparam name="TInput">What is asked for.</typeparam>
    /// <typeparam name="TOutput">What is answered.</typeparam>
    public static SequentialModel<TState, TInput, TOutput> Of<TState, TInput, TOutput>(
        TState start, Func<TState, TInput, (TState Next, TOutput Output)> apply)
    {
        ArgumentNullException.ThrowIfNull(apply);
        return new FunctionModel<TState, TInput, TOutput>(start, apply);
    }

    private sealed class FunctionModel<TState, TInput, TOutput>(TState start, Func<TState, TInput, (TState Next, TOutput Output)> apply)
        : SequentialModel<TState, TInput, TOutput>
    {
        public override TState Start => start;

        public override (TState Next, TOutput Output) Apply(TState state, TInput input) => apply(state, input);
    }
}
