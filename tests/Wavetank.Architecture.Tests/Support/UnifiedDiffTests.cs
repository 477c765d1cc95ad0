namespace Wavetank.Architecture.Tests.Support;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void Equal_texts_give_no_diff() =>
        Assert.Equal("", UnifiedDiff.Create("a", "b", ["x", "y"], ["x", "y"]));

    [Fact]
    public void A_changed_line_is_shown_with_three_lines_of_context()
    {
        string diff = UnifiedDiff.Create(
            "a", "b", ["1", "2", "3", "4", "5", "6", "7", "8", "9"], ["1", "2", "3", "4", "five", "6", "7", "8", "9"]);

        Assert.Equal("--- a\n+++ b\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n", diff);
    }

    [Fact]
    public void Changes_far_apart_stand_in_hunks_of_their_own()
    {
        string[] lines = [.. Enumerable.Range(1, 30).Select(i => $"line {i}")];
        string[] changed = ["line 0", .. lines[..^1]];

        string diff = UnifiedDiff.Create("a", "b", lines, changed);

        Assert.Equal("--- a\n+++ b\n@@ -1,3 +1,4 @@\n+line 0\n line 1\n line 2\n line 3\n@@ -27,4 +28,3 @@\n line 27\n line 28\n line 29\n-line 30\n", diff);
    }
}
