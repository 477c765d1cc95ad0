namespace Wavetank.Applications.Reports;

/// <summary>A cell of what an application reports row by row: a whole number in the unit of its column, a text, or nothing.</summary>
public readonly record struct ReportValue
{
    private ReportValue(long? number, string? text)
    {
        Number = number;
        Text = text;
    }

    /// <summary>The number (nanoseconds, bytes, bits per second, or plain); null where it is none.</summary>
    public long? Number { get; }

    /// <summary>The text; null where it is none.</summary>
    public string? Text { get; }

    /// <summary>A number in the unit of its column.</summary>
    public static ReportValue Of(long number) => new(number, null);

    /// <summary>A text.</summary>
    public static ReportValue Of(string text) => new(null, text ?? throw new ArgumentNullException(nameof(text)));
}
