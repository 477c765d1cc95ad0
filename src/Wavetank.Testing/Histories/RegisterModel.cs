namespace Wavetank.Testing.Histories;

/// <summary>One value: a read gives what was written last. Made by <see cref="Register.Model"/>.</summary>
/// <typeparam name="T">What it holds; compared by its default equality.</typeparam>
internal sealed class RegisterModel<T>(T initial) : SequentialModel<T, RegisterInput<T>, RegisterOutput<T>>
{
    public override T Start => initial;

    public override (T Next, RegisterOutput<T> Output) Apply(T state, RegisterInput<T> input)
    {
        switch (input.Kind)
        {
            case RegisterCallKind.Write:
                return (input.Value!, default);
            case RegisterCallKind.CompareAndSet:
                bool isSwapped = EqualityComparer<T>.Default.Equals(state, input.Expected!);
                return (isSwapped ? input.Value! : state, new RegisterOutput<T>(default, isSwapped));
            default:
                return (state, new RegisterOutput<T>(state));
        }
    }

    public override bool IsReadOnly(RegisterInput<T> input, RegisterOutput<T> output) =>
        input.Kind == RegisterCallKind.Read || (input.Kind == RegisterCallKind.CompareAndSet && !output.IsSwapped);

    public override string Describe(RegisterInput<T> input, RegisterOutput<T> output) => input.Kind switch
    {
        RegisterCallKind.Write => $"{input}",
        RegisterCallKind.CompareAndSet => $"{input}: {(output.IsSwapped ? "yes" : "no")}",
        _ => $"{input} → {output}",
    };

    public override string DescribeState(T state) => ValueText.Of(state);
}
