using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Scenarios;

namespace Wavetank.Studies;

/// <summary>One of many runs failed; the message is one line that says which and why.</summary>
internal sealed class RunFailedException(string run, Exception inner) : Exception($"{run} failed: {Reason(inner)}", inner)
{
    /// <summary>Why a run failed, on one line.</summary>
    internal static string Reason(Exception exception)
    {
        string text = exception switch
        {
            ScenarioException scenario => scenario.Problems[0].ToString(),
            ProgramFailedException or InvariantException => exception.Message,
            OutOfMemoryException => "the run needs more memory than there is",
            _ => $"internal error: {exception.GetType().Name}: {exception.Message}",
        };
        return text.ReplaceLineEndings(" ");
    }
}
