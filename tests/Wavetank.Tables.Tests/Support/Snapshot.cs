namespace Wavetank.Tables.Tests.Support;

/// <summary>
/// Compares a table with the one that was reviewed, in <c>Snapshots/</c>, character by character: runs are deterministic.
/// WAVETANK_ACCEPT=1 rewrites the file; then read the difference.
/// </summary>
internal static class Snapshot
{
    internal static void Matches(TextTable table, string name)
    {
        string path = Repository.PathOf("tests", "Wavetank.Tables.Tests", "Snapshots", $"{name}.txt");
        string received = table.ToString();
        if (Environment.GetEnvironmentVariable("WAVETANK_ACCEPT") == "1")
            File.WriteAllText(path, received);

        string accepted = File.Exists(path) ? File.ReadAllText(path) : "";
        if (accepted == received)
            return;

        string[] old = accepted.Split('\n');
        string[] now = received.Split('\n');
        Assert.Fail($"""
            The table {name} differs from the reviewed one:
            {string.Join('\n', old.Except(now).Select(line => "- " + line))}
            {string.Join('\n', now.Except(old).Select(line => "+ " + line))}
            If that is meant, accept it with `./check --accept`, and say why in the commit.
            """);
    }
}
