using Wavetank.Engine.Programs;

namespace Wavetank.Engine;

internal sealed partial class EventLoop
{
    private const int SliceMilliseconds = 10;

    private readonly List<HandleWait> _handleWaits = [];
    private bool _outsideWasAwaited;

    /// <summary>
    /// How long, in real milliseconds, a program's thread is left alone with a wait that only something outside of the simulation can
    /// end, such as a lock that another thread holds for a moment. No simulated time passes meanwhile.
    /// </summary>
    public int PatienceMilliseconds { get; set; } = 2000;

    /// <summary>Lets a program's thread go on once its handles are signalled, whichever thread runs the loop then.</summary>
    public void Add(HandleWait wait)
    {
        _handleWaits.Add(wait);
        _isDisturbed = true;
    }

    public void Remove(HandleWait wait) => _handleWaits.Remove(wait);

    /// <summary>Looks at the waits in the order in which they began, and resumes the first whose handles are signalled.</summary>
    private bool TryEndHandleWait(int milliseconds)
    {
        foreach (HandleWait wait in _handleWaits)
        {
            if (wait.TryEnd(milliseconds))
            {
                _handleWaits.Remove(wait);
                HandTo(wait.Baton);
                return true;
            }
        }

        return false;
    }

    /// <summary>Nothing in the simulation can signal a handle any more: gives other threads their time, once a run.</summary>
    private bool OutsideEndsHandleWait()
    {
        for (int waited = 0; !_outsideWasAwaited && waited < PatienceMilliseconds; waited += SliceMilliseconds)
        {
            if (_stopRequested || !_foreign.IsEmpty || TryEndHandleWait(SliceMilliseconds))
            {
                return true;
            }
        }

        _outsideWasAwaited = true;
        return false;
    }
}
