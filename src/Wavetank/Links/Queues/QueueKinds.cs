namespace Wavetank.Links.Queues;

/// <summary>The table of queues: one row each.</summary>
internal static class QueueKinds
{
    private static readonly Row[] Rows =
    [
        new("fifo", "First in, first out; drops at the tail when full, by packets or bytes.", options => new FifoQueue(options)),
    ];

    public static IEnumerable<string> Names => Rows.Select(row => row.Name);

    /// <exception cref="ArgumentException">No queue has that name.</exception>
    public static PacketQueue Create(QueueOptions options) => Find(options).Create(options);

    /// <summary>Checks that <see cref="Create"/> would succeed.</summary>
    /// <exception cref="ArgumentException">No queue has that name.</exception>
    public static void Validate(QueueOptions options) => Find(options);

    private static Row Find(QueueOptions options) => Array.Find(Rows, row => row.Name == options.Kind)
        ?? throw new ArgumentException($"There is no queue '{options.Kind}'. Known: {string.Join(", ", Names)}.", nameof(options));

    private sealed record Row(string Name, string Summary, Func<QueueOptions, PacketQueue> Create);
}
