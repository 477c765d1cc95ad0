namespace Wavetank.Applications.Reports;

/// <summary>Rows that an application writes one by one; the last may be written anew.</summary>
internal sealed class TableReport : IReport
{
    private readonly List<ReportValue[]> _rows = [];

    public IReadOnlyList<IReadOnlyList<ReportValue>> Rows => _rows;

    public void Add(params ReportValue[] row) => _rows.Add(row);

    public void Rewrite(params ReportValue[] row) => _rows[^1] = row;
}
