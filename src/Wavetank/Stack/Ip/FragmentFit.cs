namespace Wavetank.Stack.Ip;

/// <summary>How a fragment fits those of its datagram that are there already.</summary>
internal enum FragmentFit
{
    /// <summary>It fills a gap.</summary>
    Fits,

    /// <summary>It is there already.</summary>
    Duplicate,

    /// <summary>It contradicts the others: it overlaps one, or the datagram had another end.</summary>
    Conflict,
}
