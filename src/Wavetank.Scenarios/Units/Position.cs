using System.Globalization;
using Wavetank.Links.Places;
using Wavetank.Scenarios.Kinds.Places;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Units;

/// <summary>Where a device stands: a known place, or latitude and longitude in degrees.</summary>
/// <param name="Place">The place.</param>
/// <param name="Text">As the scenario writes it.</param>
internal readonly record struct Position(Place Place, string Text)
{
    internal const string Pattern = "^[a-z][a-z0-9-]*$|^-?[0-9]+(\\.[0-9]+)? *, *-?[0-9]+(\\.[0-9]+)?$";

    internal static bool TryParse(ReadOnlySpan<char> text, out Position value, out string? problem)
    {
        text = text.Trim();
        value = default;
        problem = null;
        if (!text.Contains(','))
        {
            if (PlaceKinds.Table.Find(text.ToString()) is { } known)
                value = new Position(known.Place, known.Name);
            else
                problem = $"{PlaceKinds.Table.DescribeUnknown(text.ToString())}; write one of them, or latitude and longitude such as \"50.11, 8.68\"";
            return problem is null;
        }

        int comma = text.IndexOf(',');
        if (!TryReadDegrees(text[..comma], out double latitude) || !TryReadDegrees(text[(comma + 1)..], out double longitude))
            problem = $"{Quoted.Text(text)} is no place; write a name such as frankfurt, or latitude and longitude in degrees such as \"50.11, 8.68\"";
        else if (Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180)
            problem = $"{Quoted.Text(text)} is not on the Earth; a latitude is -90 to 90 degrees (south is negative), a longitude -180 to 180 (west is negative)";
        else
            value = new Position(new Place(latitude, longitude), text.ToString());
        return problem is null;
    }

    /// <summary>The place as the scenario writes it.</summary>
    public override string ToString() => Text;

    private static bool TryReadDegrees(ReadOnlySpan<char> text, out double degrees) => double.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
        CultureInfo.InvariantCulture, out degrees);
}
