using System.Diagnostics;
using Spectre.Console;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Running;

namespace Wavetank.Cli.Output;

/// <summary>A line that shows how far a run has come, a few times a second, and is gone at its end. It only looks at the run.</summary>
internal sealed class ProgressLine : IDisposable
{
    // A short run needs no line, and nobody reads faster than this.
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);
    private const int BarWidth = 24;

    private readonly Lock _lock = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly ScenarioRun _run;
    private readonly IAnsiConsole _console;
    private readonly Timer? _timer;
    private bool _isShown;
    private bool _isOver;

    private ProgressLine(ScenarioRun run, IAnsiConsole console)
    {
        _run = run;
        _console = console;
        _timer = new Timer(_ => Show(), null, Delay, Period);
    }

    /// <summary>Shows a run's progress where somebody looks; null where not.</summary>
    internal static ProgressLine? Start(ScenarioRun run, Terminal terminal) =>
        terminal.ShowsProgress && terminal.Progress.Profile.Capabilities.Ansi ? new ProgressLine(run, terminal.Progress) : null;

    private void Show()
    {
        lock (_lock)
        {
            if (_isOver)
                return;
            _isShown = true;
            Rewrite(Describe());
        }
    }

    private string Describe()
    {
        RunProgress progress = _run.Progress;
        double simulated = progress.SimulatedTime.TotalSeconds;
        double speed = simulated / Stopwatch.GetElapsedTime(_start).TotalSeconds;
        string time = HumanText.Time(progress.SimulatedTime.Nanoseconds);
        string bar = "";
        if (_run.Scenario.Duration is { } duration)
        {
            double part = Math.Clamp(progress.SimulatedTime.Nanoseconds / (double)duration.Nanoseconds, 0, 1);
            int done = (int)(part * BarWidth);
            bar = $"{new string('━', done)}{new string('─', BarWidth - done)} ";
            time = $"{time} of {HumanText.Time(duration.Nanoseconds)}";
        }

        return $"{bar}{time} · {HumanText.Speed(speed)} · {HumanText.Count(progress.Events)} events";
    }

    private void Rewrite(string text)
    {
        int width = Math.Max(1, _console.Profile.Width - 1);
        // Back to the line's begin, the text, and away with the rest (ECMA-48, EL).
        _console.Profile.Out.Writer.Write($"\r{text[..Math.Min(text.Length, width)]}\e[K");
        _console.Profile.Out.Writer.Flush();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
            if (_isShown)
                Rewrite("");
        }

        _timer?.Dispose();
    }
}
