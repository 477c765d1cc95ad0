namespace Wavetank.Devices.Faults;

/// <summary>The faults that a host suffers just now. They overlap in any way, and the worst of them shows.</summary>
internal sealed class HostOverlay(Host host)
{
    private readonly int[] _counts = new int[(int)HostState.Crashed + 1];

    public void Add(HostState state)
    {
        _counts[(int)state]++;
        Apply();
    }

    public void Remove(HostState state)
    {
        _counts[(int)state]--;
        Apply();
    }

    private void Apply()
    {
        HostState worst = (HostState)Math.Max(Array.FindLastIndex(_counts, count => count > 0), 0);
        if (worst == HostState.Crashed)
        {
            host.Crash();
            return;
        }

        if (worst == HostState.Stopped)
        {
            // Power first, where a crash is what ended; services that this starts are stopped before they run.
            host.Start();
            host.Stop();
            return;
        }

        host.Start();
        if (worst == HostState.Paused)
        {
            host.Pause();
        }
        else
        {
            host.Resume();
        }
    }
}
