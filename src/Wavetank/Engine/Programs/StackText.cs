namespace Wavetank.Engine.Programs;

/// <summary>Takes from a stack what a program's author wants to read: the frames of the program's code and what it called.</summary>
internal static class StackText
{
    private const string Engine = "at Wavetank.Engine.";

    // How calls come and go, which says nothing of the program.
    private static readonly string[] Noise =
    [
        "at System.Environment.", "at System.Threading.ExecutionContext.", "at System.Threading.SynchronizationContext.",
        "at System.Runtime.", "at System.Threading.Thread.StartCallback", "at System.Threading.Tasks.Task.ExecuteWithThreadLocal",
        "at System.AppContext.", "at Wavetank.Devices.Host.<", "at Wavetank.Devices.Host.Coded", "--- End of",
    ];

    /// <summary>The part of a stack that lies outside of the innermost call of one of the engine's methods.</summary>
    public static string Outside(string method, string stack)
    {
        int call = stack.IndexOf($".{method}(", StringComparison.Ordinal);
        int end = call < 0 ? -1 : stack.IndexOf('\n', call);
        return end < 0 ? "" : stack[end..];
    }

    /// <summary>The frames of a stack, innermost first, from the call into the simulation out to where the program begins.</summary>
    public static IReadOnlyList<string> Clean(string? stack)
    {
        var frames = new List<string>();
        foreach (string line in (stack ?? "").Split('\n'))
        {
            string frame = line.Trim();
            if (frame.StartsWith(Engine, StringComparison.Ordinal))
            {
                if (frames.Count > 0)
                {
                    break;
                }
            }
            else if (frame.Length > 0 && !Array.Exists(Noise, noise => frame.StartsWith(noise, StringComparison.Ordinal)))
            {
                frames.Add(frame);
            }
        }

        return frames;
    }
}
