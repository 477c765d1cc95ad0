using Wavetank.Architecture.Tests.Support;

namespace Wavetank.Architecture.Tests.Documents.Rfc;

/// <summary>What the project says of its RFCs is what its source and its tests say.</summary>
public sealed class RfcCoverageTests
{
    private static readonly IReadOnlyDictionary<int, RfcDocument> List = RfcList.Read();

    private static readonly RfcScanner Scanner = new(List);

    private static IEnumerable<RfcRequirement> Rows => List.Values.SelectMany(document => document.Requirements);

    [Fact]
    public void Every_requirement_that_is_named_is_in_the_lists() => AssertNone(Scanner.Problems);

    [Fact]
    public void What_is_done_is_obeyed_somewhere_and_proven_by_a_test()
    {
        HashSet<RfcRequirement> obeyed = [.. Scanner.Source.Where(citation => !citation.IsUnlike).Select(citation => citation.Requirement)];
        HashSet<RfcRequirement> proven = [.. Scanner.Proofs.Select(proof => proof.Requirement)];

        AssertNone(
        [
            .. Rows.Where(row => row.State == RfcState.Done && !obeyed.Contains(row)).Select(row => $"{row} is done, but no comment under src cites it."),
            .. Rows.Where(row => row.State == RfcState.Done && !proven.Contains(row)).Select(row => $"{row} is done, but no test is marked 'Proves {row}'."),
        ]);
    }

    [Fact]
    public void Nothing_claims_to_obey_or_to_prove_what_is_not_done() => AssertNone(
    [
        .. Scanner.Source.Where(citation => citation.Requirement.State != RfcState.Done && !citation.IsUnlike)
            .Select(citation => $"{citation.File} cites {citation.Requirement}, which is {citation.Requirement.State}. Where the code differs, write 'Unlike {citation.Requirement}'."),
        .. Scanner.Source.Where(citation => citation.Requirement.State == RfcState.Done && citation.IsUnlike)
            .Select(citation => $"{citation.File} says 'unlike {citation.Requirement}', which is marked done."),
        .. Scanner.Proofs.Where(proof => proof.Requirement.State != RfcState.Done)
            .Select(proof => $"{proof.Test} claims to prove {proof.Requirement}, which is {proof.Requirement.State}."),
    ]);

    [Fact]
    public void The_list_of_RFC_9293_is_its_appendix_B()
    {
        // The RFC numbers them without a gap.
        Assert.Equal(Numbers("MUST", 69), Ids("MUST"));
        Assert.Equal(Numbers("SHLD", 31), Ids("SHLD"));
        Assert.Equal(Numbers("MAY", 18), Ids("MAY"));

        static IEnumerable<string> Numbers(string word, int last) => Enumerable.Range(1, last).Select(number => $"{word}-{number}");
        static IEnumerable<string> Ids(string word) => List[9293].Requirements.Select(row => row.Id)
            .Where(id => id.StartsWith($"{word}-", StringComparison.Ordinal))
            .OrderBy(id => int.Parse(id[(word.Length + 1)..], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_page_is_what_the_lists_and_the_comments_say()
    {
        string accepted = Repository.PathOf("docs", "reference", "rfc-coverage.md");
        string page = RfcPage.Write(List, Scanner).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("WAVETANK_ACCEPT") == "1")
        {
            File.WriteAllText(accepted, page);
        }

        string old = File.Exists(accepted) ? File.ReadAllText(accepted).ReplaceLineEndings("\n") : "";
        if (old != page)
        {
            string diff = UnifiedDiff.Create("rfc-coverage.md", "as it would be", old.Split('\n'), page.Split('\n'));
            Assert.Fail($"docs/reference/rfc-coverage.md is not what the source says:\n{diff}\nIf that is meant, accept it with `./check --accept` and commit the file.");
        }
    }

    private static void AssertNone(List<string> problems) => Assert.True(problems.Count == 0, string.Join('\n', problems));
}
