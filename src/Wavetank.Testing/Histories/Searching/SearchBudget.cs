namespace Wavetank.Testing.Histories.Searching;

/// <summary>The steps that a check may take, all its searches together.</summary>
internal sealed class SearchBudget(long limit, CancellationToken cancellationToken)
{
    private const int StepsBetweenLooks = 1024;

    public long Limit => limit;

    public long Steps { get; private set; }

    public bool IsCancelled { get; private set; }

    /// <summary>Takes one step; false where none is left.</summary>
    public bool TrySpend()
    {
        if (Steps >= limit || IsCancelled)
        {
            return false;
        }

        Steps++;
        IsCancelled = Steps % StepsBetweenLooks == 0 && cancellationToken.IsCancellationRequested;
        return true;
    }
}
