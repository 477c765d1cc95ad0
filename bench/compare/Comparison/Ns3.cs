using System.Diagnostics;

namespace Wavetank.Compare.Comparison;

/// <summary>Where ns-3's programs are, and how to get them.</summary>
internal static class Ns3
{
    /// <summary>What to do where they are not built.</summary>
    public const string HowToGet = "apt-get install -y ns3 libns3-dev libgsl-dev g++ make && make -C bench/peers/ns3";

    private static readonly string Folder = Path.Combine(Checkout.Bench, "peers", "ns3", "bin");

    /// <summary>The file of a program.</summary>
    public static string ProgramOf(string name) => Path.Combine(Folder, name);

    /// <summary>Whether a program is built.</summary>
    public static bool Has(string name) => File.Exists(ProgramOf(name));

    /// <summary>The package's version, or null where it cannot be asked for.</summary>
    public static string? Version()
    {
        try
        {
            using Process? query = Process.Start(new ProcessStartInfo("dpkg-query", ["-W", "-f", "${Version}", "libns3-dev"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            string version = query!.StandardOutput.ReadToEnd().Trim();
            query.WaitForExit();
            return query.ExitCode == 0 ? version : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
