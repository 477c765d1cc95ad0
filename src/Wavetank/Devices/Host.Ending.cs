using Wavetank.Engine.Programs;

namespace Wavetank.Devices;

/// <summary>How the host's programs are begun anew, asked to end, and ended.</summary>
public sealed partial class Host
{
    private Change? _stopping;

    private IEnumerable<SimulatedProgram> OwnPrograms => Network.Simulator.Programs.All.Where(program => program.Owner == Stack && !program.HasEnded);

    private void BeginStop(TimeSpan grace)
    {
        if (State is not (HostState.Running or HostState.Paused))
        {
            return;
        }

        if (_stopping is not null)
        {
            Network.Simulator.Cancel(_stopping);
        }

        var stop = new Change(StopNow);
        _stopping = stop;
        List<SimulatedProgram> programs = [.. OwnPrograms];
        int left = programs.Count;
        Network.Simulator.Schedule(stop, left == 0 ? TimeSpan.Zero : grace);
        foreach (SimulatedProgram program in programs)
        {
            program.WhenEnded(() =>
            {
                if (--left == 0 && _stopping == stop)
                {
                    Network.Simulator.Schedule(stop, TimeSpan.Zero);
                }
            });
            program.RequestCancellation();
        }
    }

    private void StopNow()
    {
        if (State is HostState.Running or HostState.Paused)
        {
            EndPrograms();
            Stack.CloseSockets();
            State = HostState.Stopped;
        }
    }

    private void EndPrograms()
    {
        if (_stopping is { } stopping)
        {
            _stopping = null;
            Network.Simulator.Cancel(stopping);
        }

        Stack.EndPrograms();
        foreach (SimulatedProgram program in (SimulatedProgram[])[.. OwnPrograms])
        {
            program.Kill();
        }
    }
}
