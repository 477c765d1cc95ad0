namespace Wavetank.Packetdrill.Expressions;

/// <summary>Code that cannot be evaluated: not Python, or more of it than is understood here.</summary>
internal sealed class PythonException(int offset, string message) : Exception(message)
{
    /// <summary>Where in the code.</summary>
    public int Offset { get; } = offset;
}
