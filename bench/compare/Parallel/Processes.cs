namespace Wavetank.Compare.Parallel;

/// <summary>Devices gathered into logical processes: what is joined by a link without delay cannot be taken apart.</summary>
internal sealed class Processes
{
    private readonly Dictionary<string, string> _parents = [];

    public Processes(EventTrace trace)
    {
        var ways = trace.Ways.ToList();
        foreach ((string from, string to, long lookAhead) in ways)
        {
            string first = RootOf(from), second = RootOf(to);
            if (lookAhead == 0 && first != second)
            {
                _parents[second] = first;
            }
        }

        LookAhead = ways.Where(way => RootOf(way.From) != RootOf(way.To)).Select(way => way.LookAhead).DefaultIfEmpty(0).Min();
        var numbers = new Dictionary<string, int>();
        Of = _parents.Keys.ToDictionary(device => device, device =>
        {
            string root = RootOf(device);
            numbers.TryAdd(root, numbers.Count);
            return numbers[root];
        });
        Count = numbers.Count;
    }

    /// <summary>The number of the process of each device.</summary>
    public IReadOnlyDictionary<string, int> Of { get; }

    public int Count { get; }

    /// <summary>The least time between a cause in one process and its effect in another, in nanoseconds; 0 with one process.</summary>
    public long LookAhead { get; }

    private string RootOf(string device)
    {
        _parents.TryAdd(device, device);
        while (_parents[device] != device)
        {
            device = _parents[device];
        }

        return device;
    }
}
