using System.Net.Sockets;
using System.Runtime.ExceptionServices;

namespace Wavetank.Engine.Programs;

/// <summary>
/// What the code of programs throws, and what of it nobody ever observed. That a task was dropped with its exception is known to the
/// garbage collector alone: so it is asked at the end of a run, at one fixed place, and only if programs threw anything. The
/// exceptions themselves are noted as they are thrown, in an order that a seed repeats, with program and simulated time.
/// </summary>
internal sealed class ThrownExceptions(Simulator simulator)
{
    // Of a run in which programs throw and catch a million times the last are enough: the collector finds the earlier ones on its own way.
    private const int Remembered = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<Exception, UnobservedFailure> _thrown = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<Exception> _order = new();
    private readonly HashSet<Exception> _dropped = new(ReferenceEqualityComparer.Instance);
    private readonly List<UnobservedFailure> _unobserved = [];
    private bool _isAsked = true;

    /// <summary>What nobody observed up to the end of the last run, in the order in which it was thrown.</summary>
    public IReadOnlyList<UnobservedFailure> Unobserved => _unobserved;

    public void BeginRun()
    {
        AppDomain.CurrentDomain.FirstChanceException += OnThrown;
        TaskScheduler.UnobservedTaskException += OnDropped;
    }

    /// <summary>Ends the noting.</summary>
    /// <param name="asksCollector">Whether to find out which exceptions nobody observed.</param>
    /// <returns>The first new one that is a bug of a program, or null.</returns>
    public UnobservedFailure? EndRun(bool asksCollector)
    {
        if (asksCollector && !_isAsked)
        {
            _isAsked = true;
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        AppDomain.CurrentDomain.FirstChanceException -= OnThrown;
        TaskScheduler.UnobservedTaskException -= OnDropped;
        UnobservedFailure? bug = null;
        lock (_lock)
        {
            foreach (Exception exception in _order)
            {
                if (_dropped.Remove(exception))
                {
                    _unobserved.Add(_thrown[exception]);
                    bug ??= IsBug(exception) ? _thrown[exception] : null;
                }
            }

            _dropped.Clear();
        }

        return bug;
    }

    /// <summary>
    /// Whether it fails the run. A task that lost in <c>WhenAny</c> ends with an error of its socket once that is closed, and rightly
    /// nobody looks: that is told of, no more.
    /// </summary>
    private static bool IsBug(Exception exception) => exception is not (SocketException or IOException or ObjectDisposedException);

    private void OnThrown(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        Exception exception = thrown.Exception;
        if (exception is ThreadAbortException or ThreadInterruptedException)
        {
            simulator.Loop.NoteEnd();
        }

        if (SimulatedProgram.Current is not { } program || program.Simulator != simulator
            || exception is OperationCanceledException or ProgramFailedException)
        {
            return;
        }

        lock (_lock)
        {
            // An exception is thrown anew by every await that it passes.
            if (_thrown.TryAdd(exception, new UnobservedFailure(program.Name, program.Host, simulator.Now, exception)))
            {
                _isAsked = false;
                _order.Enqueue(exception);
                if (_order.Count > Remembered && _order.TryDequeue(out Exception? oldest))
                {
                    _thrown.Remove(oldest);
                }
            }
        }
    }

    private void OnDropped(object? sender, UnobservedTaskExceptionEventArgs dropped)
    {
        lock (_lock)
        {
            foreach (Exception exception in dropped.Exception.Flatten().InnerExceptions)
            {
                if (_thrown.ContainsKey(exception))
                {
                    _dropped.Add(exception);
                }
            }
        }
    }
}
