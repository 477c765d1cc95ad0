namespace Wavetank.Sockets.Names;

/// <summary>What came of asking for records.</summary>
internal enum ResolverStatus
{
    Success,

    /// <summary>The name exists, and has no record of the type (RFC 2308 §2.2).</summary>
    NoData,

    /// <summary>There is no such name (RFC 2308 §2.1).</summary>
    NotFound,

    /// <summary>No server gave an answer that says so or so.</summary>
    TryAgain,
}
