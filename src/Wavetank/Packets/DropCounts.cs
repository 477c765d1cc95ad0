namespace Wavetank.Packets;

/// <summary>How many packets were dropped, by point and reason. A point at which nothing was dropped takes no memory of its own.</summary>
internal sealed class DropCounts
{
    private static readonly int Reasons = Enum.GetValues<DropReason>().Length;

    private long[]?[] _points = [];

    public long this[int point, DropReason reason] =>
        point < _points.Length && _points[point] is { } counts ? counts[(int)reason] : 0;

    public void Count(int point, DropReason reason)
    {
        if (point >= _points.Length)
        {
            Array.Resize(ref _points, Math.Max(point + 1, _points.Length * 2));
        }

        (_points[point] ??= new long[Reasons])[(int)reason]++;
    }
}
