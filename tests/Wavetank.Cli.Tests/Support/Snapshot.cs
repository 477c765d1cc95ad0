using System.Text.RegularExpressions;

namespace Wavetank.Cli.Tests.Support;

/// <summary>
/// Compares a screen with the one that was accepted, in <c>Snapshots/</c>. What the machine's speed decides, and the digest, which
/// every change of the simulator changes, are masked.
/// </summary>
internal static partial class Snapshot
{
    internal static void Matches(string screen, string name) =>
        AcceptedFile.Matches(Mask(screen), "tests", "Wavetank.Cli.Tests", "Snapshots", $"{name}.txt");

    private static string Mask(string screen) => Digest().Replace(RealTime().Replace(screen, "simulated in * s (*)"), "digest *");

    [GeneratedRegex(@"simulated in [0-9.,]+ s \([0-9.,]+×\)")]
    private static partial Regex RealTime();

    [GeneratedRegex("digest [0-9a-f]{16}")]
    private static partial Regex Digest();
}
