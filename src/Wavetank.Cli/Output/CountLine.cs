using System.Globalization;
using Spectre.Console;

namespace Wavetank.Cli.Output;

/// <summary>A line that shows how many of many runs are done, a few times a second, and is gone at its end.</summary>
internal sealed class CountLine : IDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly TextWriter _writer;
    private readonly Timer _timer;
    private bool _isShown;
    private bool _isOver;

    private CountLine(Func<int> done, int total, IAnsiConsole console)
    {
        _writer = console.Profile.Out.Writer;
        _timer = new Timer(_ => Show(string.Create(CultureInfo.InvariantCulture, $"{done()} of {total} runs")), null, Delay, Period);
    }

    /// <summary>Shows progress where somebody looks; null where not.</summary>
    internal static CountLine? Start(Func<int> done, int total, Terminal terminal) =>
        terminal.ShowsProgress && terminal.Progress.Profile.Capabilities.Ansi ? new CountLine(done, total, terminal.Progress) : null;

    private void Show(string text)
    {
        lock (_lock)
        {
            if (_isOver)
                return;
            _isShown = true;
            Rewrite(text);
        }
    }

    private void Rewrite(string text)
    {
        // Back to the line's begin, the text, and away with the rest (ECMA-48, EL).
        _writer.Write($"\r{text}\e[K");
        _writer.Flush();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
            if (_isShown)
                Rewrite("");
        }

        _timer.Dispose();
    }
}
