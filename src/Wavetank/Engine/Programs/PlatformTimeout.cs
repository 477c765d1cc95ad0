namespace Wavetank.Engine.Programs;

/// <summary>
/// The timeout of a wait from which the platform has already taken the real time that it spent spinning: tasks, semaphores, events of
/// the slim kind, and the collections made of them.
/// </summary>
/// <remarks>
/// What was asked for is a round number almost always, and what was taken off a millisecond or none. So it is rounded up: to 10 ms, and
/// to 100 ms from a second on. The same wait then times out at the same instant in each run; one of 1,250 ms does so after 1,300.
/// </remarks>
internal static class PlatformTimeout
{
    private const int Grid = 10;
    private const int GridOfSeconds = 100;
    private const int Second = 1000;

    public static long Restore(int milliseconds)
    {
        int grid = milliseconds > Second ? GridOfSeconds : Grid;
        return ((long)milliseconds + grid - 1) / grid * grid;
    }
}
