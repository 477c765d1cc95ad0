using System.Runtime.InteropServices;

namespace Wavetank.Compare.Comparison;

/// <summary>What the figures were measured on, without names of the machine or its folders.</summary>
internal static class Machine
{
    private const string ProcessorFile = "/proc/cpuinfo";

    /// <summary>The processor's model.</summary>
    public static string Processor()
    {
        string? line = File.Exists(ProcessorFile)
            ? File.ReadLines(ProcessorFile).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    /// <summary>All of it in one line.</summary>
    public static string Text(bool withNs3) => string.Join(
        "; ",
        $"{Processor()}, {Environment.ProcessorCount} cores",
        RuntimeInformation.FrameworkDescription,
        !withNs3 ? "ns-3 not run" : Ns3.Version() is { } version ? $"ns-3 {version}" : "ns-3 of unknown version");
}
