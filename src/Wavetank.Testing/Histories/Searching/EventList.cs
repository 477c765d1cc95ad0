namespace Wavetank.Testing.Histories.Searching;

/// <summary>
/// Beginnings and ends of calls that are not yet placed, in their order, as a list from which a call is taken and to which it is put back
/// (Wing and Gong 1993, "Testing and verifying concurrent objects", §4). Putting back goes in the opposite order of taking.
/// </summary>
internal sealed class EventList
{
    private const int Head = 0;

    private readonly int[] _next;
    private readonly int[] _previous;

    // By event: the call, as it is for a beginning, and its complement for an end. By call: its events, 0 for an end that is not there.
    private readonly int[] _callOf;
    private readonly int[] _beginning;
    private readonly int[] _end;

    private EventList(int calls, int events)
    {
        _next = new int[events + 1];
        _previous = new int[events + 1];
        _callOf = new int[events + 1];
        _beginning = new int[calls];
        _end = new int[calls];
    }

    public static EventList Of<TInput, TOutput>(IReadOnlyList<SearchCall<TInput, TOutput>> calls)
    {
        List<(int Place, int Call)> events = [];
        for (int i = 0; i < calls.Count; i++)
        {
            events.Add((calls[i].Began, i));
            if (!calls[i].IsPending)
            {
                events.Add((calls[i].Ended, ~i));
            }
        }

        events.Sort();
        var list = new EventList(calls.Count, events.Count);
        for (int i = 1; i <= events.Count; i++)
        {
            int call = events[i - 1].Call;
            list._callOf[i] = call;
            (call < 0 ? list._end : list._beginning)[call < 0 ? ~call : call] = i;
            list._next[i - 1] = i;
            list._previous[i] = i - 1;
        }

        // A ring: its head is both ends.
        list._next[events.Count] = Head;
        list._previous[Head] = events.Count;
        return list;
    }

    /// <summary>Adds the calls of which any may be next: those that began before the first end.</summary>
    public void AddCandidates(List<int> candidates)
    {
        for (int item = _next[Head]; item != Head && _callOf[item] >= 0; item = _next[item])
        {
            candidates.Add(_callOf[item]);
        }
    }

    public void Take(int call)
    {
        Unlink(_beginning[call]);
        if (_end[call] != 0)
        {
            Unlink(_end[call]);
        }
    }

    public void PutBack(int call)
    {
        if (_end[call] != 0)
        {
            Link(_end[call]);
        }

        Link(_beginning[call]);
    }

    private void Unlink(int item)
    {
        _next[_previous[item]] = _next[item];
        _previous[_next[item]] = _previous[item];
    }

    private void Link(int item)
    {
        _next[_previous[item]] = item;
        _previous[_next[item]] = item;
    }
}
