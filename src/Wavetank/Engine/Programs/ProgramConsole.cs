using System.Text;

namespace Wavetank.Engine.Programs;

/// <summary>
/// The console of a simulation's programs: what their code writes to <see cref="Console.Out"/> and <see cref="Console.Error"/>, as lines with
/// simulated time and host. What is no program's code writes to the real console as ever.
/// </summary>
/// <remarks>
/// The program is told from the execution context, so that what it writes from the thread pool or a thread of its own is its own too.
/// A writer that opens the standard output itself (<see cref="Console.OpenStandardOutput()"/>) is not seen. What a program reads is the
/// real console's.
/// </remarks>
public sealed class ProgramConsole
{
    /// <summary>The lines that are kept unless set otherwise.</summary>
    public const int DefaultMostLines = 100_000;

    private readonly Simulator _simulator;
    private readonly Lock _lock = new();
    private readonly Queue<(SimulatedProgram Program, OutputLine Line)> _lines = new();
    private readonly Dictionary<(SimulatedProgram Program, bool IsError), StringBuilder> _unended = [];

    internal ProgramConsole(Simulator simulator) => _simulator = simulator;

    /// <summary>What is seen on the real console. Default: all of it, as it was written.</summary>
    public ConsoleEcho Echo { get; set; }

    /// <summary>How many lines are kept, the last; 0 or more. Default 100,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 0.</exception>
    public int MostLines
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    = DefaultMostLines;

    /// <summary>How many lines were written before those that are kept.</summary>
    public long Forgotten { get; private set; }

    /// <summary>The lines of all programs, in the order in which they were ended.</summary>
    public IReadOnlyList<OutputLine> Lines => Select(static _ => true);

    /// <summary>Is told of each line, on the thread that wrote it.</summary>
    public Action<OutputLine>? LineWritten { get; set; }

    /// <summary>The lines of the programs of a host, in the order in which they were ended.</summary>
    public IReadOnlyList<OutputLine> LinesOf(string host) => Select(entry => entry.Line.Host == host);

    internal IReadOnlyList<OutputLine> LinesOf(SimulatedProgram program) => Select(entry => entry.Program == program);

    /// <summary>Takes what a program writes.</summary>
    /// <param name="program">The program.</param>
    /// <param name="text">The text, with as many ends of lines as it has.</param>
    /// <param name="isError">Whether it goes to the standard error.</param>
    /// <param name="real">The real console.</param>
    internal void Write(SimulatedProgram program, ReadOnlySpan<char> text, bool isError, TextWriter real)
    {
        // The code of a host without power says nothing more.
        if (program.State == ProgramState.Killed)
        {
            return;
        }

        if (Echo == ConsoleEcho.AsWritten)
        {
            real.Write(text);
        }

        lock (_lock)
        {
            if (!_unended.TryGetValue((program, isError), out StringBuilder? unended))
            {
                _unended.Add((program, isError), unended = new StringBuilder());
            }

            for (int end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n'))
            {
                unended.Append(text[..end]);
                Add(program, unended, isError, real);
                text = text[(end + 1)..];
            }

            unended.Append(text);
        }
    }

    /// <summary>The program ends, and with it the line that it wrote last.</summary>
    internal void EndLines(SimulatedProgram program)
    {
        lock (_lock)
        {
            foreach (bool isError in (ReadOnlySpan<bool>)[false, true])
            {
                if (_unended.Remove((program, isError), out StringBuilder? unended) && unended.Length > 0)
                {
                    Add(program, unended, isError, ConsoleRedirection.Real(isError));
                }
            }
        }
    }

    private void Add(SimulatedProgram program, StringBuilder text, bool isError, TextWriter real)
    {
        if (text.Length > 0 && text[^1] == '\r')
        {
            text.Length--;
        }

        var line = new OutputLine(_simulator.Now, program.Host, program.Name, isError, text.ToString());
        text.Clear();
        _lines.Enqueue((program, line));
        while (_lines.Count > MostLines)
        {
            _lines.Dequeue();
            Forgotten++;
        }

        if (Echo == ConsoleEcho.WithTimeAndHost)
        {
            real.WriteLine(line.ToString());
        }

        LineWritten?.Invoke(line);
    }

    private List<OutputLine> Select(Func<(SimulatedProgram Program, OutputLine Line), bool> isWanted)
    {
        lock (_lock)
        {
            return [.. _lines.Where(isWanted).Select(static entry => entry.Line)];
        }
    }
}
