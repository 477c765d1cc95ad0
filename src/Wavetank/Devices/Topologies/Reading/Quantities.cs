using System.Buffers;
using System.Globalization;
using Wavetank.Links;

namespace Wavetank.Devices.Topologies.Reading;

/// <summary>Times, rates and shares as attributes write them; what is read back is what was written, to the last digit.</summary>
internal static class Quantities
{
    private static readonly SearchValues<char> DigitsAndPoint = SearchValues.Create("0123456789.");

    // In ticks of 100 ns, and in bits per second; the first is the one that a message shows.
    private static readonly (string Unit, decimal Size)[] Times = [("ms", 10_000), ("ns", 0.01m), ("us", 10), ("s", 10_000_000), ("min", 600_000_000)];
    private static readonly (string Unit, decimal Size)[] Rates = [("Mbps", 1e6m), ("bps", 1), ("kbps", 1e3m), ("Gbps", 1e9m), ("Tbps", 1e12m)];

    public static bool TryReadTime(string text, out TimeSpan time, out string problem)
    {
        bool isRight = TryRead(text, Times, out decimal ticks, out problem);
        time = new TimeSpan((long)Math.Round(ticks));
        return isRight;
    }

    public static bool TryReadRate(string text, out DataRate rate, out string problem)
    {
        if (text == "unlimited")
        {
            rate = DataRate.Unlimited;
            problem = "";
            return true;
        }

        bool isRight = TryRead(text, Rates, out decimal bits, out problem);
        if (isRight && bits < 1)
        {
            isRight = false;
            problem = $"{Words.Quote(text)} is no rate; 1bps or more is right";
        }

        rate = new DataRate((long)Math.Round(bits));
        return isRight;
    }

    public static bool TryReadShare(string text, out double share, out string problem)
    {
        ReadOnlySpan<char> number = text.AsSpan().Trim();
        bool isPercent = number is [.., '%'];
        bool isNumber = double.TryParse(isPercent ? number[..^1].TrimEnd() : number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out share);
        share /= isPercent ? 100 : 1;
        bool isRight = isNumber && share is >= 0 and <= 1;
        problem = isRight ? "" : $"{Words.Quote(text)} is no share; write a percentage such as 1%, or a number from 0 to 1";
        return isRight;
    }

    public static bool TryReadWhole(string text, int least, int most, out int number, out string problem)
    {
        bool isRight = int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;
        problem = isRight ? "" : $"{Words.Quote(text)} is not right; a whole number from {least} to {most} is";
        return isRight;
    }

    public static string Write(TimeSpan time) => time.Ticks switch
    {
        var ticks when ticks % TimeSpan.TicksPerSecond == 0 => $"{ticks / TimeSpan.TicksPerSecond}s",
        >= TimeSpan.TicksPerMillisecond and var ticks => string.Create(CultureInfo.InvariantCulture, $"{(decimal)ticks / TimeSpan.TicksPerMillisecond:0.####}ms"),
        var ticks => string.Create(CultureInfo.InvariantCulture, $"{(decimal)ticks / TimeSpan.TicksPerMicrosecond:0.#}us"),
    };

    public static string Write(DataRate rate) => rate.BitsPerSecond switch
    {
        var bits when bits % 1_000_000_000 == 0 => $"{bits / 1_000_000_000}Gbps",
        var bits when bits % 1_000_000 == 0 => $"{bits / 1_000_000}Mbps",
        var bits when bits % 1000 == 0 => $"{bits / 1000}kbps",
        var bits => $"{bits}bps",
    };

    public static string Write(double share) => share.ToString("R", CultureInfo.InvariantCulture);

    private static bool TryRead(string text, (string Unit, decimal Size)[] units, out decimal value, out string problem)
    {
        ReadOnlySpan<char> all = text.AsSpan().Trim();
        int end = all.IndexOfAnyExcept(DigitsAndPoint);
        ReadOnlySpan<char> number = end < 0 ? all : all[..end];
        string unit = end < 0 ? "" : all[end..].TrimStart().ToString();
        value = 0;
        string known = string.Join(", ", units.Select(one => one.Unit));
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount))
        {
            problem = $"{Words.Quote(text)} is not right; write a number with its unit such as 20{units[0].Unit} (units: {known})";
            return false;
        }

        (string Unit, decimal Size) found = units.FirstOrDefault(one => one.Unit == unit);
        if (found.Unit is null)
        {
            problem = unit.Length == 0
                ? $"{Words.Quote(text)} has no unit; write {Words.Quote($"{number}{units[0].Unit}").Trim('"')} (units: {known})"
                : $"{Words.Quote(unit)} is not a known unit{Words.Tail(unit, units.Select(one => one.Unit))}";
            return false;
        }

        problem = amount > 1_000_000_000_000 / found.Size * 1_000_000 ? $"{Words.Quote(text)} is too much" : "";
        value = problem.Length == 0 ? amount * found.Size : 0;
        return problem.Length == 0;
    }
}
