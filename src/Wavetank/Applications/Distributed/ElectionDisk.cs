namespace Wavetank.Applications.Distributed;

/// <summary>What a member writes down before it answers, and finds again after a crash: without it, it could vote twice in a term.</summary>
public sealed class ElectionDisk
{
    /// <summary>The latest term that it knows of.</summary>
    internal long Term { get; private set; }

    /// <summary>Whom it voted for in that term; null for nobody.</summary>
    internal int? VotedFor { get; private set; }

    internal void Write(long term, int? votedFor) => (Term, VotedFor) = (term, votedFor);
}
