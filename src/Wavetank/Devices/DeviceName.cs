using System.Net;

namespace Wavetank.Devices;

/// <summary>What a device may be called: a host name (RFC 1123 §2.1), since others find it by that name.</summary>
internal static class DeviceName
{
    // RFC 1034 §3.1: of a label 63 octets, of a name 255 with the lengths of its labels.
    private const int LongestLabel = 63;
    private const int LongestName = 253;

    /// <exception cref="ArgumentException">It is no host name, or one that means something else.</exception>
    public static void ThrowIfNone(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(name, out _))
        {
            throw new ArgumentException($"A device cannot be called '{name}': that name has a meaning on every host.", nameof(name));
        }

        if (name.Length > LongestName || !Array.TrueForAll(name.Split('.'), IsLabel))
        {
            throw new ArgumentException(
                $"'{name}' is not a host name: write letters, digits and hyphens, with dots between parts of at most {LongestLabel} characters.", nameof(name));
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-'
        && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
