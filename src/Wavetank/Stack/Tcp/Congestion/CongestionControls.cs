namespace Wavetank.Stack.Tcp.Congestion;

/// <summary>Gives congestion controls of your own a name, by which hosts, sockets and scenarios then choose them.</summary>
public static class CongestionControls
{
    /// <summary>Adds one, for all networks of the process. Before the first of them runs is a good time.</summary>
    /// <param name="name">
    /// The name: 1 to 15 lower-case letters, digits, hyphens and underscores, beginning with a letter (TCP_CONGESTION takes no more).
    /// </param>
    /// <param name="summary">What it is, in a line.</param>
    /// <param name="factory">Makes one for a connection.</param>
    /// <exception cref="ArgumentException">The name is taken or is none, or there is no summary.</exception>
    public static void Add(string name, string summary, Func<CustomCongestionControl> factory)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(summary);
        ArgumentNullException.ThrowIfNull(factory);
        if (!IsName(name))
        {
            throw new ArgumentException(
                $"'{name}' cannot name a congestion control: 1 to {LongestName} lower-case letters, digits, hyphens and underscores, beginning with a letter.", nameof(name));
        }

        CongestionControlTable.Add(new CongestionControlRow(name, summary, () => new CustomCongestionAdapter(
            name, factory() ?? throw new InvalidOperationException($"The factory of congestion control '{name}' made none."))));
    }

    // Linux: TCP_CA_NAME_MAX is 16, with the closing zero.
    private const int LongestName = 15;

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && char.IsAsciiLetterLower(name[0])
        && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_');
}
