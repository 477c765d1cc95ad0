namespace Wavetank.Tables.Tests.Support;

/// <summary>Compares a table with the one that was reviewed, in <c>Snapshots/</c>.</summary>
internal static class Snapshot
{
    internal static void Matches(TextTable table, string name) =>
        AcceptedFile.Matches(table.ToString(), "tests", "Wavetank.Tables.Tests", "Snapshots", $"{name}.txt");
}
