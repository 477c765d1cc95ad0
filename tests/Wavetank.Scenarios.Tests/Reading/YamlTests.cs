using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Reading;

public sealed class YamlTests
{
    [Theory]
    [InlineData("", "lab.yaml: is empty; a scenario needs at least devices and applications")]
    [InlineData("# only a comment\n", "lab.yaml: is empty; a scenario needs at least devices and applications")]
    [InlineData("[1]", "lab.yaml:1:1: a scenario is a mapping with keys such as devices: and applications:, not a list")]
    [InlineData("a: &x 1\nb: *x\n", "lab.yaml:1:4: a: anchors (&name) and aliases (*name) are not understood; write the value out")]
    [InlineData("a: *x\n", "lab.yaml:1:4: a: anchors (&name) and aliases (*name) are not understood; write the value out")]
    [InlineData("? &x a\n: 1\n", "lab.yaml:1:3: anchors (&name) and aliases (*name) are not understood; write the value out")]
    [InlineData("<<: { a: 1 }\n", "lab.yaml:1:1: merge keys (<<) are not understood; write the values out")]
    [InlineData("a: !!binary x\n", "lab.yaml:1:4: a: tags (!name) are not understood; write the plain value")]
    [InlineData("a: 1\n---\nb: 2\n", "lab.yaml:2:1: a second document begins here; a scenario file holds one")]
    [InlineData("? [a]\n: b\n", "lab.yaml:1:3: a key is a word, not a list or a mapping")]
    [InlineData("a:\n\tb: 1\n", "lab.yaml:2:1: this is not valid YAML: a tab is used for indentation; use spaces")]
    [InlineData("a: \"x\n", "lab.yaml:1:4: this is not valid YAML: a quotation mark is opened here and never closed")]
    [InlineData("a: @x\n", "lab.yaml:1:4: this is not valid YAML: a value cannot begin with this character; put the text into quotes")]
    [InlineData("a:\n  - x\n - y\n", "lab.yaml:3:2: this is not valid YAML: the indentation does not fit the lines above; keys of one mapping begin in the same column")]
    [InlineData("a: b: c\n", "lab.yaml:1:5: this is not valid YAML: a second colon, or a key indented deeper than its neighbours; put a text with a colon into quotes")]
    [InlineData("a: [1, 2\nb: 3\n", "lab.yaml:2:1: this is not valid YAML: check brackets, quotation marks and indentation at or above this line")]
    public void What_is_not_understood_is_one_line_with_its_place(string text, string expected) =>
        Assert.Equal([expected], Lab.Problems(text));

    [Fact]
    public void Nesting_is_bounded() =>
        Assert.EndsWith("values are nested more than 16 deep", Assert.Single(Lab.Problems("a: " + new string('[', 500_000))), StringComparison.Ordinal);

    [Fact]
    public void Number_of_values_is_bounded() =>
        Assert.Equal(
            ["lab.yaml:100000:3: a[99998]: the file has more than 100000 values"],
            Lab.Problems("a:\n" + string.Concat(Enumerable.Repeat("- x\n", 200_000))));

    [Fact]
    public void Quotes_make_no_difference()
    {
        Assert.Empty(Lab.ProblemsAfter("seed: 7", "seed: '7'"));
        Assert.Empty(Lab.ProblemsAfter("size: 64B", "size: \"64B\""));
    }

    [Fact]
    public void Section_with_nothing_in_it_is_as_if_it_were_absent() =>
        Assert.Empty(Lab.Problems(Lab.Good[..Lab.Good.IndexOf("expect:", StringComparison.Ordinal)] + "expect:\n"));
}
