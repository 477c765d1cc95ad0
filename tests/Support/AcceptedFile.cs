namespace Wavetank.TestSupport;

/// <summary>
/// Text that was reviewed, as a file of the repository; runs are deterministic, so it is compared character by character.
/// WAVETANK_ACCEPT=1 (<c>./check --accept</c>) rewrites it; then read the difference.
/// </summary>
internal static class AcceptedFile
{
    /// <param name="seen">What is there now.</param>
    /// <param name="path">The file's place in the repository, folder by folder.</param>
    internal static void Matches(string seen, params ReadOnlySpan<string> path)
    {
        string file = Repository.PathOf(path);
        if (Environment.GetEnvironmentVariable("WAVETANK_ACCEPT") == "1")
            File.WriteAllText(file, seen);

        string accepted = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (accepted == seen)
            return;

        string[] old = accepted.Split('\n');
        string[] now = seen.Split('\n');
        Assert.Fail($"""
            {string.Join('/', path)} is not what is seen now:
            {string.Join('\n', old.Except(now).Select(line => "- " + line))}
            {string.Join('\n', now.Except(old).Select(line => "+ " + line))}
            If that is meant, accept it with `./check --accept`, and say why in the commit. What is seen:
            {seen}
            """);
    }
}
