using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Wavetank.Engine.Programs;

/// <summary>
/// Where an asynchronous program waits: its methods, each of which awaits the next, as a debugger shows them. The platform keeps no such
/// stack, so it is read from the state machines' private fields; where these are not as expected, less is told.
/// </summary>
internal static class AsyncStack
{
    private const int MostFrames = 32;
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The methods that wait, innermost first, after a line that says what that one awaits.</summary>
    public static IReadOnlyList<string> Of(Task task)
    {
        var frames = new List<string>();
        object? awaited = Walk(task, frames);
        if (awaited is not null && frames.Count > 0)
        {
            frames.Add($"awaiting {Name(awaited)}");
        }

        frames.Reverse();
        return frames;
    }

    /// <summary>What the innermost method awaits; null where that is not seen.</summary>
    public static object? AwaitedBy(Task task) => Walk(task, []);

    /// <summary>Whether what is awaited ends at an instant of simulated time: a delay of the simulation, or the platform's.</summary>
    public static bool IsDelay(object? awaited) =>
        awaited is DelayOperation || awaited?.GetType().Name.StartsWith("DelayPromise", StringComparison.Ordinal) == true;

    private static object? Walk(Task task, List<string> frames)
    {
        object? awaited = task;
        while (frames.Count < MostFrames && awaited is not null && StateMachineOf(awaited) is { } machine)
        {
            frames.Add($"at {AsyncMethodName.Of(machine.GetType())}");
            awaited = AwaitedOf(machine);
        }

        return awaited;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Where a field was trimmed, the report says less.")]
    private static object? StateMachineOf(object awaited) =>
        awaited.GetType() is { IsGenericType: true } type && type.Name.Contains("AsyncStateMachineBox", StringComparison.Ordinal)
            ? type.GetField("StateMachine", Fields)?.GetValue(awaited)
            : null;

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Where a field was trimmed, the report says less.")]
    private static object? AwaitedOf(object machine)
    {
        foreach (FieldInfo field in machine.GetType().GetFields(Fields))
        {
            // The compiler keeps an awaiter there while it is awaited, and clears it afterwards.
            if (field.Name.StartsWith("<>u__", StringComparison.Ordinal) && InnerOf(field.GetValue(machine)) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }

    /// <summary>The task or source inside an awaiter.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Where a field was trimmed, the report says less.")]
    private static object? InnerOf(object? value)
    {
        if (value is null || !value.GetType().IsValueType)
        {
            return value;
        }

        foreach (FieldInfo field in value.GetType().GetFields(Fields))
        {
            if (field.Name is "m_task" or "_task" or "_obj" or "_value" && InnerOf(field.GetValue(value)) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Where a field was trimmed, the report says less.")]
    private static string Name(object awaited)
    {
        string type = awaited.GetType().Name.Split('`')[0];
        if (awaited is Task && typeof(Task).GetField("m_action", Fields)?.GetValue(awaited) is Delegate action)
        {
            return $"a task of the thread pool that runs {AsyncMethodName.Of(action.Method)}";
        }

        return IsDelay(awaited) ? "a delay" : type == nameof(Task) ? "a task" : type;
    }
}
