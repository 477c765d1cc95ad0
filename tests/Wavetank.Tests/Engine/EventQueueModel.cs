using Wavetank.Engine;

namespace Wavetank.Tests.Engine;

/// <summary>
/// The event queue beside the plainest thing that could be one, a sorted dictionary. Each step is done to both, and they must agree.
/// </summary>
internal sealed class EventQueueModel
{
    private readonly EventQueue _queue = new();
    private readonly SortedDictionary<(long Time, long Sequence), ProbeEvent> _model = [];
    private readonly Dictionary<ProbeEvent, (long Time, long Sequence)> _places = [];
    private readonly Dictionary<ProbeEvent, (long Time, long Sequence)> _reserved = [];
    private readonly ProbeEvent[] _events;
    private long _now;
    private long _lastSequence;

    public EventQueueModel(int events) =>
        _events = [.. Enumerable.Range(0, events).Select(index => new ProbeEvent(isBackground: index % 3 == 0))];

    public int Capacity => _queue.Capacity;

    public void Step(int kind, int index, int time)
    {
        ProbeEvent item = _events[index % _events.Length];
        switch (kind % 8)
        {
            case 0 or 1 or 2:
                _queue.Schedule(item, _now + time);
                Place(item, (_now + time, ++_lastSequence));
                break;
            case 3:
                Assert.Equal(_places.ContainsKey(item), _queue.Cancel(item));
                Remove(item);
                break;
            case 4:
                // A place that is fixed once and scheduled with again and again, as a link's packets have theirs.
                _reserved[item] = (_now + time, ++_lastSequence);
                Assert.Equal(_lastSequence, _queue.TakeSequence());
                ScheduleReserved(item);
                break;
            case 5:
                ScheduleReserved(item);
                break;
            default:
                Pop(_now + time);
                break;
        }

        Check();
    }

    public void PopAll()
    {
        while (_model.Count > 0)
        {
            Pop(long.MaxValue);
            Check();
        }

        Pop(long.MaxValue);
    }

    private void ScheduleReserved(ProbeEvent item)
    {
        if (_reserved.TryGetValue(item, out (long Time, long Sequence) place) && place.Time >= _now)
        {
            _queue.Schedule(item, place.Time, place.Sequence);
            Place(item, place);
        }
    }

    private void Pop(long limit)
    {
        SimulationEvent? popped = _queue.Pop(limit, out long time);
        if (_model.Count == 0 || _model.First().Key.Time > limit)
        {
            Assert.Null(popped);
            return;
        }

        ((long expectedTime, _), ProbeEvent expected) = _model.First();
        Assert.Same(expected, popped);
        Assert.Equal(expectedTime, time);
        Remove(expected);
        _reserved.Remove(expected);
        _now = time;
    }

    private void Place(ProbeEvent item, (long Time, long Sequence) place)
    {
        Remove(item);
        _places[item] = place;
        _model[place] = item;
    }

    private void Remove(ProbeEvent item)
    {
        if (_places.Remove(item, out (long Time, long Sequence) place))
        {
            _model.Remove(place);
        }
    }

    private void Check()
    {
        Assert.Equal(_model.Count, _queue.Pending);
        Assert.Equal(_model.Values.Count(item => !item.IsBackground), _queue.Foreground);
        Assert.All(_events, item => Assert.Equal(_places.ContainsKey(item), item.IsScheduled));
    }
}
