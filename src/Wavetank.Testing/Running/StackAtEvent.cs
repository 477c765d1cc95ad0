using System.Diagnostics;
using System.Reflection;
using Wavetank.Packets;

namespace Wavetank.Testing.Running;

/// <summary>Keeps the stack of the code under test at one packet event of a run.</summary>
/// <param name="number">The event's number, from 1 on.</param>
internal sealed class StackAtEvent(long number) : IPacketObserver
{
    private const int MostFrames = 10;

    private static readonly string[] Others = ["Wavetank", "Wavetank.Testing", "Wavetank.Testing.Xunit", "Wavetank.AspNetCore", "Wavetank.Scenarios", "netstandard", "mscorlib"];

    private long _number;

    /// <summary>A line for each frame, the innermost first; null where no code under test was on the stack.</summary>
    public string? Text { get; private set; }

    public void OnPacket(in PacketEvent packetEvent)
    {
        if (++_number == number)
        {
            string[] frames = [.. new StackTrace(fNeedFileInfo: true).GetFrames().Where(IsOfTest).Select(Describe).Take(MostFrames)];
            Text = frames.Length > 0 ? string.Join('\n', frames) : null;
        }
    }

    private static bool IsOfTest(StackFrame frame) =>
        frame.GetMethod() is { DeclaringType.Assembly: Assembly assembly } && assembly.GetName().Name is { } name
        && !Others.Contains(name) && !name.StartsWith("System.", StringComparison.Ordinal)
        && !name.StartsWith("Microsoft.", StringComparison.Ordinal) && !name.StartsWith("xunit.", StringComparison.Ordinal);

    private static string Describe(StackFrame frame)
    {
        MethodBase method = frame.GetMethod()!;
        string place = frame.GetFileName() is { } file ? $" in {Path.GetFileName(file)}:{frame.GetFileLineNumber()}" : "";
        return $"  at {method.DeclaringType!.FullName}.{method.Name}{place}";
    }
}
