namespace Wavetank.Packetdrill.Expressions;

/// <summary>An <c>assert</c> does not hold.</summary>
internal sealed class AssertionFailedException(int offset, string message) : Exception(message)
{
    /// <summary>Where in the code.</summary>
    public int Offset { get; } = offset;
}
