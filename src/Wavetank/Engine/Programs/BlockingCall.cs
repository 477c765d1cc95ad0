using System.Diagnostics;

namespace Wavetank.Engine.Programs;

/// <summary>
/// Tells from the stack what a thread that is about to block waits for. The platform passes handles alone, which do not tell a lock
/// (held for a moment by some other thread, so that the simulation must stand still) from a task that only the simulation can complete.
/// </summary>
/// <remarks>
/// The platform's slow paths into locks are not inlined, so they are seen reliably; a method that waits for a signal may be inlined
/// into the program's own code. Hence a signal is what it is where nothing else is seen.
/// </remarks>
internal static class BlockingCall
{
    private const int FramesLookedAt = 16;
    private static readonly string OwnFrames = typeof(BlockingCall).Namespace + ".";

    /// <summary>What the calling thread waits for.</summary>
    /// <param name="site">The place in the program's code that waits; null where it is not seen.</param>
    /// <param name="caller">The type that asks, where it is none of this namespace.</param>
    public static BlockingCallKind Classify(out string? site, string? caller = null)
    {
        site = null;
        var kind = BlockingCallKind.Signal;
        bool isOthers = false;
        var stack = new StackTrace(fNeedFileInfo: false);
        for (int i = 0; i < Math.Min(stack.FrameCount, FramesLookedAt); i++)
        {
            if (stack.GetFrame(i) is not { } frame
                || DiagnosticMethodInfo.Create(frame) is not { DeclaringTypeName: { } type } method
                || type.StartsWith(OwnFrames, StringComparison.Ordinal)
                || type == caller)
            {
                continue;
            }

            if (!type.StartsWith("System.", StringComparison.Ordinal))
            {
                // The program's own code, which called.
                site = $"{type}.{method.Name}+{frame.GetNativeOffset()}";
                break;
            }

            if (isOthers)
            {
                continue;
            }

            switch (type)
            {
                // As a part of the name: the way into the runtime has names such as <Join>g____PInvoke.
                case "System.Threading.Monitor" when method.Name.Contains(nameof(Monitor.Enter), StringComparison.Ordinal):
                case "System.Threading.Thread" when method.Name.Contains(nameof(Thread.Join), StringComparison.Ordinal):
                case "System.Threading.Lock":
                case "System.Threading.ReaderWriterLockSlim":
                case "System.Threading.Tasks.Parallel":
                case "System.Threading.Tasks.TaskReplicator":
                    kind = BlockingCallKind.OtherThread;
                    isOthers = true;
                    break;
                case "System.Threading.ManualResetEventSlim":
                case "System.Threading.SemaphoreSlim":
                case "System.Threading.Tasks.Task":
                    kind = BlockingCallKind.SignalTimedByPlatform;
                    break;
                default:
                    if (type.StartsWith("System.Linq.Parallel.", StringComparison.Ordinal))
                    {
                        kind = BlockingCallKind.OtherThread;
                        isOthers = true;
                    }

                    break;
            }
        }

        return kind;
    }
}
