namespace Wavetank.Scenarios.Words;

/// <summary>Words of a command line, so that a shell takes each as one.</summary>
internal static class ShellWords
{
    private const string Harmless = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=,+@%";

    /// <summary>The word as it is where no shell minds it, otherwise in single quotes.</summary>
    internal static string Quote(string word) =>
        word.Length > 0 && word.All(character => Harmless.Contains(character)) ? word : $"'{word.Replace("'", @"'\''")}'";
}
