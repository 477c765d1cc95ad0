namespace Wavetank.Testing.Histories;

/// <summary>A sum. Made by <see cref="Counter.Model"/>.</summary>
internal sealed class CounterModel(long initial) : SequentialModel<long, CounterInput, long?>
{
    public override long Start => initial;

    public override (long Next, long? Output) Apply(long state, CounterInput input)
    {
        long sum = unchecked(state + (input.Amount ?? 0));
        return (sum, sum);
    }

    public override bool Accepts(CounterInput input, long? due, long? seen) => seen == due || (seen is null && input.Amount is not null);

    public override bool IsReadOnly(CounterInput input, long? output) => input.Amount is null or 0;

    public override string Describe(CounterInput input, long? output) => output is null ? $"{input}" : $"{input} → {output}";
}
