namespace Wavetank.Applications;

/// <summary>How a <see cref="DnsServer"/> fails.</summary>
public enum DnsFailure
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>It answers SERVFAIL.</summary>
    ServerFailure,

    /// <summary>It answers REFUSED.</summary>
    Refused,

    /// <summary>It does not answer.</summary>
    Silence,
}
