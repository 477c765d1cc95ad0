namespace Wavetank.Cli;

/// <summary>What the command says to whoever started it.</summary>
internal static class ExitCode
{
    /// <summary>Done, and all expectations hold.</summary>
    internal const int Success = 0;

    /// <summary>Done, but an expectation failed, or runs that must be the same are not.</summary>
    internal const int ExpectationFailed = 1;

    /// <summary>A bad file or bad usage: nothing was run and nothing written.</summary>
    internal const int BadInput = 2;

    /// <summary>The run itself failed.</summary>
    internal const int RunFailed = 3;

    /// <summary>Ended from outside by Ctrl-C, as shells have it: 128 and the signal's number (SIGINT, 2).</summary>
    internal const int Interrupted = 130;

    /// <summary>Ended from outside by SIGTERM (15).</summary>
    internal const int Terminated = 143;
}
