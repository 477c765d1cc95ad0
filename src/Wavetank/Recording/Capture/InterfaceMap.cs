namespace Wavetank.Recording.Capture;

/// <summary>Which interface sees the events of which point.</summary>
internal sealed class InterfaceMap
{
    public const string DropsName = "drops";

    private readonly List<CapturedInterface> _interfaces = [];
    private readonly Direction?[] _directions;

    /// <exception cref="ArgumentException">The options name an interface that no point has.</exception>
    public InterfaceMap(IReadOnlyList<CapturePoint> points, CaptureOptions options)
    {
        ThrowIfUnknown(points, options.Interfaces);
        IsFiltered = options.Interfaces is not null;
        _directions = new Direction?[points.Count == 0 ? 0 : points.Max(point => point.Point) + 1];
        var byName = new Dictionary<string, CapturedInterface>();
        foreach (CapturePoint point in points)
        {
            CapturedInterface? sending = Find(point.SendingInterface);
            CapturedInterface? receiving = Find(point.ReceivingInterface);
            _directions[point.Point] = new Direction(sending, receiving, point.SendingInterface == point.ReceivingInterface);
            if (sending is { BitsPerSecond: 0 })
            {
                sending.BitsPerSecond = point.BitsPerSecond;
            }
        }

        if (options.Drops == CapturedDrops.Interface)
        {
            Drops = new CapturedInterface(_interfaces.Count, DropsName, "every dropped packet, with the reason as its comment");
            _interfaces.Add(Drops);
        }

        CapturedInterface? Find(string name)
        {
            if (options.Interfaces is { } wanted && !wanted.Contains(name))
            {
                return null;
            }

            if (!byName.TryGetValue(name, out CapturedInterface? found))
            {
                found = new CapturedInterface(_interfaces.Count, name);
                byName.Add(name, found);
                _interfaces.Add(found);
            }

            return found;
        }
    }

    /// <summary>The interfaces in the order of their numbers.</summary>
    public IReadOnlyList<CapturedInterface> All => _interfaces;

    /// <summary>The interface that stands for no place but shows what was dropped, where that was asked for.</summary>
    public CapturedInterface? Drops { get; }

    /// <summary>Whether only some interfaces are captured.</summary>
    public bool IsFiltered { get; }

    /// <summary>The link direction at a point, or null where the point is not one.</summary>
    public Direction? At(int point) => (uint)point < (uint)_directions.Length ? _directions[point] : null;

    private static void ThrowIfUnknown(IReadOnlyList<CapturePoint> points, IReadOnlyCollection<string>? wanted)
    {
        string[] known = [.. points.SelectMany(point => new[] { point.SendingInterface, point.ReceivingInterface }).Distinct()];
        if (wanted?.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new ArgumentException($"There is no interface '{unknown}' to capture on. The interfaces are: {string.Join(", ", known)}.");
        }
    }

    /// <summary>The interfaces at the two ends; null for one that is not captured.</summary>
    internal sealed record Direction(CapturedInterface? Sending, CapturedInterface? Receiving, bool IsLoopback);
}
