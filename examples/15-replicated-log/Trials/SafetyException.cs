namespace ReplicatedLog.Trials;

/// <summary>Something happened that must not, or did not that must.</summary>
/// <param name="property">What was broken, in the words of the paper where it has some.</param>
/// <param name="message">What happened, and when.</param>
public sealed class SafetyException(string property, string message) : Exception($"{property}: {message}")
{
    /// <summary>What was broken.</summary>
    public string Property => property;
}
