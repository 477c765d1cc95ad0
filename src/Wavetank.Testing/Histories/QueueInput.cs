namespace Wavetank.Testing.Histories;

/// <summary>What is asked of a queue; made by <see cref="FifoQueue"/>.</summary>
/// <typeparam name="T">Its elements.</typeparam>
/// <param name="IsEnqueue">Whether an element is to be put at the end; otherwise the first is to be taken.</param>
/// <param name="Value">The element to put.</param>
public readonly record struct QueueInput<T>(bool IsEnqueue, T? Value = default)
{
    /// <summary>Such as <c>enqueue 3</c>.</summary>
    public override string ToString() => IsEnqueue ? $"enqueue {ValueText.Of(Value)}" : "dequeue";
}
