using Wavetank.Packetdrill.Model;

namespace Wavetank.Packetdrill.Parsing;

internal sealed partial class ScriptParser
{
    private const int Digits = 9;
    private const long NanosecondsPerSecond = 1_000_000_000;
    private const long MostSeconds = 1_000_000_000;

    /// <summary>Reads <c>1.2</c>, <c>+.1</c>, <c>*</c>, a range with <c>~</c>, or a call's start and end with <c>...</c>.</summary>
    private EventTime ReadTime(out long? end)
    {
        end = null;
        if (_cursor.TryTake("*"))
            return new EventTime(EventTimeKind.Any, 0, long.MaxValue);

        EventTimeKind kind = _cursor.TryTake("+") ? EventTimeKind.Relative : EventTimeKind.Absolute;
        long start = ReadSeconds("the time of an event, such as 0.5, +.1 or *");
        long last = start;
        Place place = _cursor.Here;
        if (_cursor.TryTake("~"))
        {
            bool relative = _cursor.TryTake("+");
            last = ReadSeconds("the end of the range of times");
            if (relative != (kind == EventTimeKind.Relative))
                throw new SyntaxError(place, "both ends of a range of times are relative, as in +.1~+.2, or both are absolute");
            if (last < start)
                throw new SyntaxError(place, "the range of times ends before it starts");
        }
        else if (_cursor.TryTake("..."))
        {
            // Both of `+0...0.1` are counted from the event before.
            _cursor.TryTake("+");
            end = ReadSeconds("the time at which the call returns");
            if (end < start)
                throw new SyntaxError(place, "the call returns before it is made");
        }

        return new EventTime(kind, start, last);
    }

    private long ReadSeconds(string what)
    {
        Place place = _cursor.Here;
        long whole = 0, fraction = 0;
        int wholeDigits = 0, fractionDigits = 0;
        for (; char.IsAsciiDigit(_cursor.At(0)); wholeDigits++, _cursor.Position++)
            whole = Math.Min((whole * 10) + (_cursor.At(0) - '0'), MostSeconds + 1);

        // A point without a digit behind it begins `...`.
        if (_cursor.At(0) == '.' && char.IsAsciiDigit(_cursor.At(1)))
        {
            _cursor.Position++;
            for (; char.IsAsciiDigit(_cursor.At(0)); fractionDigits++, _cursor.Position++)
                fraction = fractionDigits < Digits ? (fraction * 10) + (_cursor.At(0) - '0') : fraction;
        }

        if (wholeDigits + fractionDigits == 0)
            throw _cursor.Expected(what);
        if (whole > MostSeconds)
            throw new SyntaxError(place, $"a time is at most {MostSeconds} seconds");
        for (int i = Math.Min(fractionDigits, Digits); i < Digits; i++)
            fraction *= 10;
        return (whole * NanosecondsPerSecond) + fraction;
    }
}
