namespace Wavetank.Stack.Tcp.Sending;

/// <summary>
/// The least, or the greatest, of the values of a sliding window, from three estimates (Kathleen Nichols' filter). "Time" is any
/// count that grows.
/// </summary>
internal struct WindowedFilter
{
    private long _best;
    private long _second;
    private long _third;
    private long _bestAt;
    private long _secondAt;
    private long _thirdAt;

    public readonly long Value => _best;

    public long AddMinimum(long value, long time, long window) => -Add(-value, time, window, negated: true);

    public long AddMaximum(long value, long time, long window) => Add(value, time, window, negated: false);

    private long Add(long value, long time, long window, bool negated)
    {
        if (negated)
        {
            // The estimates are stored as they are; only the comparisons turn.
            (_best, _second, _third) = (-_best, -_second, -_third);
        }

        // Neither a rate nor a round-trip time is 0, but before the first.
        if (_best == 0 || value >= _best || time - _thirdAt > window)
        {
            _best = _second = _third = value;
            _bestAt = _secondAt = _thirdAt = time;
        }
        else
        {
            if (value >= _second)
            {
                _second = _third = value;
                _secondAt = _thirdAt = time;
            }
            else if (value >= _third)
            {
                _third = value;
                _thirdAt = time;
            }

            Age(value, time, window);
        }

        long result = _best;
        if (negated)
        {
            (_best, _second, _third) = (-_best, -_second, -_third);
        }

        return result;
    }

    private void Age(long value, long time, long window)
    {
        long age = time - _bestAt;
        if (age > window)
        {
            // The best is too old: the others move up, and the newest value is the last choice.
            (_best, _bestAt) = (_second, _secondAt);
            (_second, _secondAt) = (_third, _thirdAt);
            (_third, _thirdAt) = (value, time);
            if (time - _bestAt > window)
            {
                (_best, _bestAt) = (_second, _secondAt);
                (_second, _secondAt) = (_third, _thirdAt);
            }
        }
        else if (_secondAt == _bestAt && age > window / 4)
        {
            _second = _third = value;
            _secondAt = _thirdAt = time;
        }
        else if (_thirdAt == _secondAt && age > window / 2)
        {
            _third = value;
            _thirdAt = time;
        }
    }
}
