namespace Wavetank.Architecture.Tests.SocketParity;

/// <summary>Compares the platform's sockets with ours, member by member: names, parameters and their names, defaults, results, access.</summary>
public sealed class SocketParityTests
{
    private static readonly TypeParity[] Types = [.. SocketTypes.Pairs.Select(pair => TypeParity.Of(pair.Platform, pair.Ours))];

    private static string[] Refused => [.. ParityPage.List("refused").Select(entry => entry.Member)];

    [Fact]
    public void What_is_missing_is_on_the_page_with_a_reason()
    {
        string[] missing = [.. Types.SelectMany(type => type.Missing)];
        string[] listed = [.. ParityPage.List("missing").Select(entry => entry.Member)];

        Assert.True(
            missing.Order(StringComparer.Ordinal).SequenceEqual(listed.Order(StringComparer.Ordinal)),
            $"Missing, but not on {ParityPage.Name}:\n{Lines(missing.Except(listed))}\nThere, but on the page as missing:\n{Lines(listed.Except(missing))}");
        Assert.All(ParityPage.List("missing").Concat(ParityPage.List("refused")), entry => Assert.InRange(entry.Reason.Length, 10, 300));
    }

    [Fact]
    public void What_is_refused_is_there_to_refuse()
    {
        string[] there = [.. SocketTypes.Pairs.SelectMany(pair => MemberText.Of(pair.Ours))];

        Assert.Empty(Refused.Except(there));
    }

    [Fact]
    public void Less_than_a_twentieth_is_missing_or_refused()
    {
        int members = Types.Sum(type => type.Members.Count);
        int without = Types.Sum(type => type.Missing.Count) + Refused.Length;

        Assert.InRange(members, 400, int.MaxValue);
        Assert.True(without * 20 < members, $"{without} of {members} members are missing or refused.");
    }

    [Fact]
    public void Base_types_and_interfaces_are_the_platforms()
    {
        foreach ((Type platform, Type ours) in SocketTypes.Pairs)
        {
            Assert.Equal(platform.BaseType!.Name, ours.BaseType!.Name);
            Assert.Equal(
                platform.GetInterfaces().Select(type => type.Name).Order(StringComparer.Ordinal), ours.GetInterfaces().Select(type => type.Name).Order(StringComparer.Ordinal));
            Assert.Equal((platform.IsSealed, platform.IsAbstract), (ours.IsSealed, ours.IsAbstract));
        }
    }

    [Fact]
    public void The_counts_on_the_page_are_true()
    {
        string counted = ParityPage.WithCounts(ParityPage.Text, ParityPage.CountsOf(Types, Refused));
        if (Environment.GetEnvironmentVariable("WAVETANK_ACCEPT") == "1")
        {
            File.WriteAllText(Repository.PathOf(ParityPage.Name), counted);
        }

        Assert.Equal(counted, ParityPage.Text);
    }

    [Fact]
    public void Every_type_has_its_alias()
    {
        string props = File.ReadAllText(Repository.PathOf("src", "Wavetank", "build", "Wavetank.props"));

        Assert.All(
            SocketTypes.Pairs,
            pair => Assert.Contains($"<Using Include=\"{pair.Ours.FullName}\" Alias=\"{pair.Platform.Name}\" />", props, StringComparison.Ordinal));
    }

    private static string Lines(IEnumerable<string> members) => string.Concat(members.Select(member => $"- `{member}`: \n"));
}
