namespace Wavetank.Testing.Histories;

/// <summary>What a check of a history found.</summary>
public enum LinearizabilityVerdict
{
    /// <summary>There is an order of the calls that explains every output.</summary>
    Linearizable,

    /// <summary>There is none.</summary>
    NotLinearizable,

    /// <summary>The limit was reached before either was known.</summary>
    Unknown,
}
