namespace Wavetank.Architecture.Tests.Documents.Rfc;

/// <summary>How a comment is read.</summary>
public sealed class RfcReferencesTests
{
    private readonly RfcReferences _references = new(new Dictionary<int, RfcDocument>
    {
        [1] = Document(1, Row("MUST-1", "§2"), Row("MUST-2", "§2"), Row("§2", "§2"), Row("§2 (c)", "§2"), Row("§2 step 1", "§2"), Row("§3", "§3")),
        [2] = Document(2, Row("\"Checksum\"", "\"Checksum\""), Row("§2", "§2")),
        [3] = Document(3),
    });

    [Theory]
    [InlineData("RFC 1 §2, MUST-1: so", "MUST-1")]
    [InlineData("As RFC 1 §2, MUST-1 and MUST-2; §3 says", "MUST-1, MUST-2, §3")]
    [InlineData("RFC 1 §2: so", "§2")]
    [InlineData("RFC 1 §2 (c), and §2, step 1: so", "§2 (c), §2 step 1")]
    [InlineData("RFC 1 §2, step 12", "§2")]
    [InlineData("RFC 1 MUST-1, RFC 2 §2", "MUST-1, §2")]
    [InlineData("RFC 2, \"Checksum\"", "\"Checksum\"")]
    [InlineData("RFC 3 §7 is a source of numbers only", "")]
    [InlineData("a section §2 without an RFC", "")]
    public void It_names_these_requirements(string comment, string expected)
    {
        Assert.Equal(expected, string.Join(", ", _references.Read(comment, "here").Select(found => found.Requirement.Id)));
        Assert.Empty(_references.Problems);
    }

    [Theory]
    [InlineData("RFC 4 §1", "here: RFC 4 is not in the lists beside RfcList.cs.")]
    [InlineData("RFC 1 §7", "here: RFC 1 §7 is not in the lists beside RfcList.cs.")]
    [InlineData("RFC 1 MUST-9", "here: RFC 1 MUST-9 is not in the lists beside RfcList.cs.")]
    [InlineData("RFC 1 §3, MUST-1", "here: RFC 1 MUST-1 stands in §2, not in §3.")]
    public void What_is_unknown_or_in_the_wrong_place_is_told(string comment, string problem)
    {
        Assert.Empty(_references.Read(comment, "here"));
        Assert.Equal([problem], _references.Problems);
    }

    [Fact]
    public void Unlike_holds_until_the_next_RFC() =>
        Assert.Equal([true, true, false], _references.Read("unlike RFC 1 §2, and §3; RFC 2 §2", "here").Select(found => found.IsUnlike));

    private static RfcRequirement Row(string id, string section) => new(0, id, section, RfcState.Done, "", "");

    private static RfcDocument Document(int number, params RfcRequirement[] rows) => new(number, "", "", [.. rows.Select(row => row with { Rfc = number })]);
}
