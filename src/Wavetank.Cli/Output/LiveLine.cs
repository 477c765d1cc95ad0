using Spectre.Console;

namespace Wavetank.Cli.Output;

/// <summary>A line that is written anew a few times a second, and is gone at its end.</summary>
internal sealed class LiveLine : IDisposable
{
    // What is over soon needs no line, and nobody reads faster than this.
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly Func<string> _describe;
    private readonly IAnsiConsole _console;
    private readonly Timer _timer;
    private bool _isShown;
    private bool _isOver;

    private LiveLine(Func<string> describe, IAnsiConsole console)
    {
        _describe = describe;
        _console = console;
        _timer = new Timer(_ => Show(), null, Delay, Period);
    }

    /// <summary>Shows a line where somebody looks; null where not.</summary>
    internal static LiveLine? Start(Func<string> describe, Terminal terminal) =>
        terminal.ShowsProgress && terminal.Progress.Profile.Capabilities.Ansi ? new LiveLine(describe, terminal.Progress) : null;

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

    private void Show()
    {
        lock (_lock)
        {
            if (_isOver)
                return;
            _isShown = true;
            Rewrite(_describe());
        }
    }

    private void Rewrite(string text)
    {
        int width = Math.Max(1, _console.Profile.Width - 1);
        // Back to the line's begin, the text, and away with the rest (ECMA-48, EL).
        _console.Profile.Out.Writer.Write($"\r{text[..Math.Min(text.Length, width)]}\e[K");
        _console.Profile.Out.Writer.Flush();
    }
}
