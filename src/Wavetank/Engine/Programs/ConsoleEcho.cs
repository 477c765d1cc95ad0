namespace Wavetank.Engine.Programs;

/// <summary>What of the programs' console output is seen on the real console.</summary>
public enum ConsoleEcho
{
    /// <summary>All of it, at once, as it was written.</summary>
    AsWritten,

    /// <summary>Line by line, each with simulated time and host: <c>[  1.250 s] server: listening</c>.</summary>
    WithTimeAndHost,

    /// <summary>None of it.</summary>
    Nothing,
}
