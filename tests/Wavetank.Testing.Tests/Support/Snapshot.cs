namespace Wavetank.Testing.Tests.Support;

/// <summary>Text that is held as a file; <c>./check --accept</c> takes what is seen.</summary>
internal static class Snapshot
{
    public static void Verify(string name, string text)
    {
        string path = Repository.PathOf("tests", "Wavetank.Testing.Tests", "Snapshots", $"{name}.txt");
        string seen = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("WAVETANK_ACCEPT") == "1")
        {
            File.WriteAllText(path, seen);
        }

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "", seen);
    }
}
