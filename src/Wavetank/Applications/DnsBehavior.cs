namespace Wavetank.Applications;

/// <summary>How a <see cref="DnsServer"/> treats queries.</summary>
public sealed record DnsBehavior
{
    /// <summary>Draws the time from a query to its answer. Default: none.</summary>
    public Func<TimeSpan>? Delay { get; init; }

    /// <summary>How it fails. Default: not at all.</summary>
    public DnsFailure Failure { get; init; }

    /// <summary>The share of queries that fail, each independently, 0 to 1, drawn from the server's own dice. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and 1.</exception>
    public double FailureProbability
    {
        get;
        init
        {
            if (value is not (>= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "A probability lies between 0 and 1.");
            }

            field = value;
        }
    }
    = 1;
}
