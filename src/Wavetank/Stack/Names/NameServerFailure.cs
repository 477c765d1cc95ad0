namespace Wavetank.Stack.Names;

/// <summary>What a name server does while it fails.</summary>
public enum NameServerFailure
{
    /// <summary>It does not answer.</summary>
    Silence,

    /// <summary>It answers SERVFAIL.</summary>
    ServerFailure,

    /// <summary>It answers REFUSED.</summary>
    Refused,
}
