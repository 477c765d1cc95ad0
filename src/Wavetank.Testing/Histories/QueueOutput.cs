namespace Wavetank.Testing.Histories;

/// <summary>
/// What a queue answers. An element taken converts to it by itself: <c>call.End(3)</c>; to put one ends with <c>call.End()</c>,
/// and to find nothing to take with <see cref="FifoQueue.Empty"/>.
/// </summary>
/// <typeparam name="T">The queue's elements.</typeparam>
/// <param name="HasValue">Whether there was an element to take.</param>
/// <param name="Value">The element.</param>
public readonly record struct QueueOutput<T>(bool HasValue, T? Value)
{
    /// <summary>An element that was taken.</summary>
    public static implicit operator QueueOutput<T>(T value) => new(true, value);

    /// <summary>The element, or <c>empty</c>.</summary>
    public override string ToString() => HasValue ? ValueText.Of(Value) : "empty";
}
