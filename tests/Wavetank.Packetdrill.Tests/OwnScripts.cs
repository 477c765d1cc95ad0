namespace Wavetank.Packetdrill.Tests;

/// <summary>The scripts beside the tests.</summary>
internal static class OwnScripts
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Scripts");

    /// <summary>All scripts as <c>group/name.pkt</c>, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.pkt", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Scripts that fail, and why.</summary>
    public static IReadOnlyDictionary<string, string> KnownDifferences { get; } =
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "known-differences.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1]);

    public static string TextOf(string script) => File.ReadAllText(Path.Combine(Folder, script));

    /// <summary>What a script runs on.</summary>
    public static IReadOnlyList<string> FamiliesOf(string script) =>
        TextOf(script).Contains("--ip_version", StringComparison.Ordinal) ? ["as it says"] : ["IPv4", "IPv6"];

    /// <summary>Runs a script.</summary>
    /// <param name="script">Its <c>group/name.pkt</c>.</param>
    /// <param name="family">One of <see cref="FamiliesOf"/>.</param>
    /// <param name="seed">What the host's random choices follow from.</param>
    /// <param name="initialSequence">Where the host's connections start, if not where it chooses.</param>
    public static ScriptResult Run(string script, string family, ulong seed = 1, uint? initialSequence = null) =>
        PacketdrillScript.Load(Path.Combine(Folder, script))
            .Run(new ScriptOptions { IPv6 = family == "IPv6", Seed = seed, InitialSequence = initialSequence });
}
