namespace RetryStorm;

/// <summary>How long a client waits for its answer before it sends its request again.</summary>
/// <param name="Name">In words.</param>
/// <param name="TimeoutOf">The wait of the n-th attempt, counted from 0, and a number from 0 to 1 that was drawn for it.</param>
internal sealed record RetryPolicy(string Name, Func<int, double, TimeSpan> TimeoutOf)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);

    /// <summary>What one writes first. It is fine as long as all is fine.</summary>
    public static readonly RetryPolicy AtOnce = new("again after 200 ms", (_, _) => First);

    /// <summary>Twice as long each time, up to 6.4 s, and never all at the same moment.</summary>
    public static readonly RetryPolicy BackOff = new(
        "twice as long each time, with jitter", (attempt, chance) => First * (1 << Math.Min(attempt, 5)) * (0.5 + chance));
}
