using System.Globalization;

namespace Wavetank.Tests.Stack.Fuzz;

/// <summary>Bytes that arrive at a host, and how long it is left alone afterwards.</summary>
/// <param name="IsArp">Whether they are an ARP message and not an IP packet.</param>
/// <param name="PauseMicroseconds">Simulated time until the next.</param>
/// <param name="Bytes">The bytes.</param>
internal sealed record FuzzInput(bool IsArp, int PauseMicroseconds, byte[] Bytes)
{
    /// <summary>A line of a corpus file: <c>ip 500 4500…</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsArp ? "arp" : "ip")} {PauseMicroseconds} {Convert.ToHexStringLower(Bytes)}");

    /// <summary>Reads a corpus file; lines that begin with # are comments.</summary>
    public static IReadOnlyList<FuzzInput> ReadFile(string path)
    {
        var inputs = new List<FuzzInput>();
        foreach (string line in File.ReadLines(path))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] parts = line.Split(' ');
            inputs.Add(new FuzzInput(parts[0] == "arp", int.Parse(parts[1], CultureInfo.InvariantCulture), Convert.FromHexString(parts[2])));
        }

        return inputs;
    }
}
