using System.Diagnostics;
using System.Globalization;
using Wavetank.Cli.Output;
using Wavetank.Scenarios.Results;
using Wavetank.Studies.Sweeping.Running;

namespace Wavetank.Cli.Sweeping;

/// <summary>Says how far a sweep has come: a line that changes where somebody looks, otherwise a line at each quarter of a long one.</summary>
internal sealed class SweepProgressLines : IDisposable
{
    private const int BarWidth = 24, Quarters = 4;

    // Shorter sweeps say nothing on their way into a file.
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20), Period = TimeSpan.FromSeconds(1);

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly SweepRunner _runner;
    private readonly Terminal _terminal;
    private readonly SweepProgress _first;
    private readonly LiveLine? _line;
    private readonly Timer? _timer;
    private int _quartersSaid;

    internal SweepProgressLines(SweepRunner runner, Terminal terminal)
    {
        _runner = runner;
        _terminal = terminal;
        _first = runner.Progress;
        _quartersSaid = QuartersOf(_first);
        _line = LiveLine.Start(() => Describe(_runner.Progress, withBar: true), terminal);
        if (_line is null)
            _timer = new Timer(_ => SayQuarter(), null, Period, Period);
    }

    public void Dispose()
    {
        _line?.Dispose();
        _timer?.Dispose();
    }

    private void SayQuarter()
    {
        SweepProgress progress = _runner.Progress;
        if (QuartersOf(progress) is var quarters and < Quarters && quarters > _quartersSaid && Stopwatch.GetElapsedTime(_start) >= Long)
        {
            _quartersSaid = quarters;
            _terminal.WriteErrorLine(Describe(progress, withBar: false));
        }
    }

    private static int QuartersOf(SweepProgress progress) => progress.Runs == 0 ? Quarters : (int)(progress.RunsDone * Quarters / progress.Runs);

    private string Describe(SweepProgress progress, bool withBar)
    {
        int done = progress.Runs == 0 ? BarWidth : (int)(progress.RunsDone * BarWidth / progress.Runs);
        string bar = withBar ? $"{new string('━', done)}{new string('─', BarWidth - done)} " : "";
        string failed = progress.RunsFailed == 0 ? "" : $", {HumanText.Count(progress.RunsFailed)} failed";
        double rate = (progress.RunsDone - _first.RunsDone) / Stopwatch.GetElapsedTime(_start).TotalSeconds;
        string left = rate > 0 ? $" · {TimeLeft.Describe((progress.Runs - progress.RunsDone) / rate)} left" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{bar}{progress.RunsDone} of {progress.Runs} runs{failed} · {progress.PointsDone} of {progress.Points} points · {rate:0.0} runs/s{left}");
    }
}
