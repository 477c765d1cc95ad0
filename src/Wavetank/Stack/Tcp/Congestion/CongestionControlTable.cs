namespace Wavetank.Stack.Tcp.Congestion;

/// <summary>The congestion controls by name: one row each.</summary>
internal static class CongestionControlTable
{
    /// <summary>The one that is used where nothing else is said.</summary>
    public const string Default = "cubic";

    private static readonly Lock Adding = new();

    /// <summary>Those that are built in.</summary>
    public static IReadOnlyList<CongestionControlRow> BuiltIn { get; } =
    [
        new("cubic", "The default of today's systems (RFC 9438, with HyStart++): cubic growth, 0.7 after a loss.", static () => new Cubic()),
        new("reno", "The standard of RFC 5681: slow start, additive increase, half after a loss.", static () => new Reno()),
        new("bbr", "Model-based (BBR version 1): sends at the measured bandwidth; random loss hardly slows it.", static () => new Bbr()),
        new("dctcp", "For data centers (RFC 8257): goes down by the share of segments that ECN marked.", static () => new Dctcp()),
    ];

    /// <summary>Name, what it is in a line, and how one is made for a connection: the built-in ones, then those of users in the order in which they were added.</summary>
    public static IReadOnlyList<CongestionControlRow> Rows { get; private set; } = BuiltIn;

    /// <summary>Adds a row. Runs that go on side by side see the old rows or the new.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public static void Add(CongestionControlRow row)
    {
        lock (Adding)
        {
            if (Find(row.Name) is { } taken)
            {
                throw new ArgumentException($"There is a congestion control '{row.Name}' already: {taken.Summary} Another name is right.", nameof(row));
            }

            Rows = [.. Rows, row];
        }
    }

    /// <summary>Whether there is a congestion control of that name.</summary>
    public static bool Contains(string name) => Find(name) is not null;

    /// <summary>Makes one for a connection.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static CongestionControl Create(string name) => (Find(name) ?? throw new ArgumentException(
        $"There is no congestion control '{name}'. There are: {string.Join(", ", Rows.Select(row => row.Name))}.", nameof(name))).Create();

    private static CongestionControlRow? Find(string name)
    {
        foreach (CongestionControlRow row in Rows)
        {
            if (row.Name == name)
            {
                return row;
            }
        }

        return null;
    }
}
