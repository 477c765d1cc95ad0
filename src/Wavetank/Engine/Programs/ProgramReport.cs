using System.Text;

namespace Wavetank.Engine.Programs;

/// <summary>
/// The report of a run that a program ended, or that came to nothing: what happened to which program at what simulated time, where in its
/// code, what every other program and socket waits for and where, and what to do.
/// </summary>
internal static class ProgramReport
{
    private const int MostPrograms = 20;
    private const int MostFrames = 12;

    public static ProgramFailedException OfFailure(SimulatedProgram program, Exception exception)
    {
        Simulator simulator = program.Simulator;
        if (exception is ThreadInterruptedException && simulator.Loop.Stuck is { } stuck)
        {
            return OfStuck(simulator, stuck, exception);
        }

        string who = $"Program '{program.Name}' on host '{program.Host}' failed at {simulator.Now}: ";
        string headline = $"{who}{exception.GetType().Name}: {exception.Message}";
        var misuse = exception as ProgramMisuseException;
        IReadOnlyList<string> where = StackText.Clean(exception.StackTrace);
        return new ProgramFailedException(
            headline,
            exception,
            Compose(
                misuse is null ? headline : $"{who}{misuse.Problem}",
                where.Count > 0 ? where : program.Stack(),
                DescribeOthers(simulator, program, asksThreads: true),
                misuse?.Advice));
    }

    /// <summary>Of a step that was ended because it took too long in real time.</summary>
    public static ProgramFailedException OfStuck(Simulator simulator, StuckStep stuck, Exception? exception)
    {
        var misuse = new ProgramMisuseException(
            $"{LongStep.Subject(stuck.Program?.Name, stuck.Program?.Host)} kept the simulation's thread for more than {LongStep.Seconds(stuck.Limit)} of real time, {LongStep.Doing(stuck.IsAsleep)}.",
            LongStep.Advice(stuck.IsAsleep));
        string headline = $"The run was ended at {simulator.Now}: {misuse.Problem}";
        return new ProgramFailedException(
            headline, exception ?? misuse, Compose(headline, StackText.Clean(stuck.Stack), stuck.Others, misuse.Advice), isMisuse: true);
    }

    /// <summary>Of a run that was given up because code blocked the thread that all share; only that thread could tell its stack.</summary>
    public static ProgramFailedException OfAbandoned(Simulator simulator, SimulatedProgram? program, string problem, string advice)
    {
        var misuse = new ProgramMisuseException($"{(program is null ? "Code outside of any program" : $"Program '{program.Name}' on host '{program.Host}'")} {problem}", advice);
        return new ProgramFailedException(
            misuse.Message, misuse, Compose(misuse.Problem, [], TryDescribeOthers(simulator, program, asksThreads: false), advice), isMisuse: true);
    }

    /// <summary>Of a run in which nothing can happen any more though programs wait.</summary>
    public static string OfIdle(Simulator simulator)
    {
        int waiting = simulator.Programs.Running;
        return Compose(
            $"Nothing can happen any more at {simulator.Now}, but {waiting} {(waiting == 1 ? "program waits" : "programs wait")}: for each other, or for what nobody will ever send or complete.",
            [],
            DescribeOthers(simulator, null, asksThreads: true),
            "A server may rightly wait for its next client; for any other program look above for the call that nobody answers: a message that was never sent, a lock that is held by one that waits, "
            + "a task that nobody completes, a receive without a timeout after a loss. End such calls by a CancellationTokenSource with a time and the simulation's TimeProvider, or run for a time.");
    }

    /// <summary>What the others wait for, and where; empty where nobody does.</summary>
    public static string DescribeOthers(Simulator simulator, SimulatedProgram? except, bool asksThreads)
    {
        var text = new StringBuilder();
        string table = simulator.DescribeWaiting?.Invoke(except) ?? "";
        if (table.Length > 0)
        {
            text.Append(except is null ? "What waits:\n" : "What every other program waits for:\n").Append(table).Append('\n');
        }

        int described = 0;
        foreach (SimulatedProgram program in simulator.Programs.All)
        {
            if (program == except || program.State != ProgramState.Running || (!asksThreads && program is BlockingProgram))
            {
                continue;
            }

            IReadOnlyList<string> stack = program.Stack();
            if (stack.Count == 0 || ++described > MostPrograms)
            {
                continue;
            }

            text.Append(described == 1 ? "\nWhere they wait:\n" : "").Append($"  {program.Host}, {program.Name}:\n");
            AppendStack(text, stack, "    ");
        }

        return text.ToString();
    }

    /// <summary>The same where the simulation may be in the middle of anything; empty where it is.</summary>
    public static string TryDescribeOthers(Simulator simulator, SimulatedProgram? except, bool asksThreads)
    {
        try
        {
            return DescribeOthers(simulator, except, asksThreads);
        }
        catch (Exception)
        {
            return "";
        }
    }

    private static string Compose(string headline, IReadOnlyList<string> where, string others, string? advice)
    {
        var text = new StringBuilder(headline);
        text.Append('\n');
        if (where.Count > 0)
        {
            text.Append("\nWhere:\n");
            AppendStack(text, where, "  ");
        }

        if (others.Length > 0)
        {
            text.Append('\n').Append(others);
        }

        if (advice is not null)
        {
            text.Append("\nWhat to do:\n  ").Append(advice).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private static void AppendStack(StringBuilder text, IReadOnlyList<string> stack, string indent)
    {
        foreach (string frame in stack.Take(MostFrames))
        {
            text.Append(indent).Append(frame).Append('\n');
        }

        if (stack.Count > MostFrames)
        {
            text.Append(indent).Append($"and {stack.Count - MostFrames} more\n");
        }
    }
}
