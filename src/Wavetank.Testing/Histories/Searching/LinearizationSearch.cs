namespace Wavetank.Testing.Histories.Searching;

/// <summary>
/// Looks for an order of calls that explains every output: depth first, by taking a call that may be next, going on, and putting it
/// back where that leads nowhere (Wing and Gong 1993), and never from the same configuration twice (Lowe 2017).
/// </summary>
/// <remarks>
/// Of the calls that may be next, those that had to end first are tried first, so pending ones last. A pending call is left out where what
/// follows it would do without it.
/// </remarks>
internal sealed class LinearizationSearch<TState, TInput, TOutput>
{
    private const int None = -1;

    private readonly SequentialModel<TState, TInput, TOutput> _model;
    private readonly IReadOnlyList<SearchCall<TInput, TOutput>> _calls;
    private readonly SearchBudget _budget;
    private readonly IEqualityComparer<TState> _states;
    private readonly int[] _rank;

    // By call: its bit among those that ended, or among those that are pending.
    private readonly int[] _bit;
    private readonly int _endedCount;
    private readonly Placed _ended;
    private readonly Placed? _pending;
    private readonly EventList _events;
    private readonly Visited<TState> _visited;
    private readonly List<int> _candidates = [];
    private readonly Stack<Frame> _frames = new();
    private int _placedEnded;
    private int _bestEnded = -1;

    public LinearizationSearch(
        SequentialModel<TState, TInput, TOutput> model, IReadOnlyList<SearchCall<TInput, TOutput>> calls, SearchBudget budget)
    {
        calls = model.WithoutNeedless(calls);
        _model = model;
        _calls = calls;
        _budget = budget;
        _states = model.StateComparer;
        _visited = new Visited<TState>(_states);
        _events = EventList.Of(calls);
        _rank = model.RankOf(calls) ?? [.. calls.Select(call => call.Ended)];
        _bit = new int[calls.Count];
        int pending = 0;
        foreach (int call in Enumerable.Range(0, calls.Count).OrderBy(i => calls[i].Ended))
        {
            _bit[call] = calls[call].IsPending ? pending++ : _endedCount++;
        }

        _ended = new Placed(_endedCount);
        _pending = pending == 0 ? null : new Placed(pending);
    }

    /// <summary>The order that was found, or the longest that was tried.</summary>
    public IReadOnlyList<HistoryCall<TInput, TOutput>> Order { get; private set; } = [];

    public LinearizabilityVerdict Run()
    {
        Enter(None, default!, _model.Start);
        while (_placedEnded < _endedCount)
        {
            Frame frame = _frames.Peek();
            if (frame.Next == _candidates.Count)
            {
                KeepBest();
                if (frame.Call == None)
                {
                    return LinearizabilityVerdict.NotLinearizable;
                }

                Leave();
                continue;
            }

            int call = _candidates[frame.Next++];
            if (!TryApply(call, frame.State, out TState next))
            {
                if (_budget.Steps >= _budget.Limit || _budget.IsCancelled)
                {
                    KeepBest();
                    return LinearizabilityVerdict.Unknown;
                }

                continue;
            }

            if (!IsNeedless(call, frame, next))
            {
                Place(call);
                if (_visited.Add(_ended, _pending, next))
                {
                    _events.Take(call);
                    Enter(call, frame.State, next);
                }
                else
                {
                    Displace(call);
                }
            }
        }

        KeepBest();
        return LinearizabilityVerdict.Linearizable;
    }

    private void Enter(int call, TState before, TState state)
    {
        int first = _candidates.Count;
        _events.AddCandidates(_candidates);
        int readOnly = FindReadOnly(first, state);
        if (readOnly != None)
        {
            // It can be placed here, changes nothing, and so takes nothing away from any order: no other choice is needed.
            _candidates.RemoveRange(first, _candidates.Count - first);
            _candidates.Add(readOnly);
        }
        else
        {
            _candidates.Sort(first, _candidates.Count - first, Comparer<int>.Create(CompareRanks));
        }

        _frames.Push(new Frame(call, before, state, first));
    }

    private void Leave()
    {
        Frame left = _frames.Pop();
        _candidates.RemoveRange(left.First, _candidates.Count - left.First);
        _events.PutBack(left.Call);
        Displace(left.Call);
    }

    private int FindReadOnly(int first, TState state)
    {
        for (int i = first; i < _candidates.Count; i++)
        {
            SearchCall<TInput, TOutput> call = _calls[_candidates[i]];
            if (!call.IsPending && _model.IsReadOnly(call.Call.Input, call.Call.Output!) && TryApply(_candidates[i], state, out _))
            {
                return _candidates[i];
            }
        }

        return None;
    }

    /// <summary>Whether a call may come in a state: one that ended with the output that is due, or one that is pending and changes something.</summary>
    private bool TryApply(int call, TState state, out TState next)
    {
        next = default!;
        if (!_budget.TrySpend())
        {
            return false;
        }

        (next, TOutput due) = _model.Apply(state, _calls[call].Call.Input);
        return _calls[call].IsPending
            ? !_states.Equals(next, state)
            : _model.Accepts(_calls[call].Call.Input, due, _calls[call].Call.Output!);
    }

    /// <summary>Whether the call placed last is pending and this one leads to the same state without it.</summary>
    private bool IsNeedless(int call, Frame frame, TState next) =>
        frame.Call != None && _calls[frame.Call].IsPending && TryApply(call, frame.Before, out TState without) && _states.Equals(without, next);

    private void Place(int call)
    {
        if (_calls[call].IsPending)
        {
            _pending!.Add(_bit[call]);
            return;
        }

        _ended.Add(_bit[call]);
        _placedEnded++;
    }

    private void Displace(int call)
    {
        if (_calls[call].IsPending)
        {
            _pending!.Remove(_bit[call]);
            return;
        }

        _ended.Remove(_bit[call]);
        _placedEnded--;
    }

    private void KeepBest()
    {
        if (_placedEnded > _bestEnded)
        {
            _bestEnded = _placedEnded;
            Order = [.. _frames.Reverse().Skip(1).Select(frame => _calls[frame.Call].Call)];
        }
    }

    private int CompareRanks(int left, int right) =>
        _rank[left] != _rank[right] ? _rank[left].CompareTo(_rank[right]) : left.CompareTo(right);

    /// <summary>A call that was placed, the states around it, and those that may be next.</summary>
    private sealed class Frame(int call, TState before, TState state, int first)
    {
        public int Call => call;

        public TState Before => before;

        public TState State => state;

        public int First { get; } = first;

        public int Next { get; set; } = first;
    }
}
