using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Running;

/// <summary>Name servers in scenarios.</summary>
public sealed class NamesTests
{
    private const string Devices = """
        devices: { dns: { kind: host }, spare: { kind: host }, core: { kind: router }, client: { kind: host, count: 2, name-servers: [dns, spare] } }
        links:
          - { between: [core, dns], delay: 5ms }
          - { between: [core, spare], delay: 5ms }
          - { between: [client, core], delay: 5ms }
        applications:
          - { on: spare, run: dns-server, records: [www 0 CNAME dns, "big 0 TXT a"] }

        """;

    private const long RoundTrip = 20_000_000;

    [Fact]
    public void A_name_is_looked_up_count_times_and_timed()
    {
        ScenarioResult result = Runs.Execute(Devices + """
              - { on: dns, run: dns-server, records: www 0 CNAME dns, ttl: 0s, delay: 100ms }
              - { on: client, run: dns-client, query: www, count: 3 }
            """);

        Assert.Equal((6, 0), (result.Figures("dns-client").Count, result.Figures("dns-client").Errors));
        Assert.Equal(RoundTrip + 100_000_000, result.RoundTrip("dns-client", "min"));
        Assert.Equal(RoundTrip + 100_000_000, result.RoundTrip("dns-client", "max"));
        Assert.Equal(12, result.Applications.Single(item => item.On == "dns").Total.Count);
        Assert.Equal(2_120_000_000, result.SimulatedTime.Nanoseconds);
    }

    [Fact]
    public void A_silent_first_server_costs_five_seconds_and_a_TTL_saves_them()
    {
        ScenarioResult result = Runs.Execute(Devices + """
              - { on: dns, run: dns-server, failure: silence }
              - { on: client, run: dns-client, query: dns, count: 4 }
              - { on: client, run: dns-client, query: big, type: TXT, count: 2, name: text }
            """);

        Assert.Equal((8, 0), (result.Figures("dns-client").Count, result.Figures("dns-client").Errors));
        Assert.Equal(0, result.RoundTrip("dns-client", "min"));
        Assert.Equal(5_000_000_000 + RoundTrip, result.RoundTrip("dns-client", "max"));
        Assert.Equal(5_000_000_000 + RoundTrip, result.RoundTrip("text", "min"));
    }

    [Fact]
    public void A_name_that_nobody_knows_is_an_error_and_so_are_servers_that_all_fail()
    {
        ScenarioResult unknown = Runs.Execute(Devices + """
              - { on: dns, run: dns-server }
              - { on: client-1, run: dns-client, query: nobody.example, count: 2 }
            """);
        ScenarioResult failing = Runs.Execute(Devices.Replace("[dns, spare]", "dns", StringComparison.Ordinal) + """
              - { on: dns, run: dns-server, failure: servfail, failure-rate: 100% }
              - { on: client-1, run: dns-client, query: www, count: 1 }
            """);

        Assert.Equal(2, unknown.Figures("dns-client").Errors);
        Assert.Equal(["HostNotFound"], unknown.Figures("dns-client").FirstErrors);
        Assert.Equal(["TryAgain"], failing.Figures("dns-client").FirstErrors);
        Assert.Null(failing.Figures("dns-client").RoundTrip);
    }

    [Fact]
    public void A_name_may_be_answered_otherwise_than_the_rest()
    {
        ScenarioResult result = Runs.Execute(Devices.Replace("[dns, spare]", "dns", StringComparison.Ordinal) + """
              - on: dns
                run: dns-server
                ttl: 0s
                delay: 100ms
                records: ["www CNAME dns", "slow CNAME dns", "broken CNAME dns"]
                names: ["slow delay uniform(3s, 4s)", BROKEN. failure servfail]
              - { on: client-1, run: dns-client, query: www, count: 2, name: www }
              - { on: client-1, run: dns-client, query: slow, count: 2, name: slow }
              - { on: client-1, run: dns-client, query: broken, count: 2, name: broken }
            """);

        Assert.Equal(RoundTrip + 100_000_000, result.RoundTrip("www", "max"));
        Assert.InRange(result.RoundTrip("slow", "min"), 3_000_000_000, 4_000_000_000 + RoundTrip);
        Assert.Equal((0, 0), (result.Figures("www").Errors, result.Figures("slow").Errors));
        Assert.Equal(2, result.Figures("broken").Errors);
        Assert.Equal(["TryAgain"], result.Figures("broken").FirstErrors);
    }

    [Theory]
    [InlineData("records: [www A]", "records[0]: 'www A' is not a record; a record is a name, perhaps a TTL in seconds, a type and its data, such as www 60 A 10.0.0.1")]
    [InlineData("records: [www A 10.0.0.1, www CNAME dns]", "records: 'www' cannot be an alias and have other records (RFC 2181 §10.1)")]
    [InlineData("failure: sevfail", "failure: \"sevfail\" is not a known failure; did you mean \"servfail\"? (known: servfail, refused, silence)")]
    [InlineData("names: [slow 3s]", "names[0]: \"slow 3s\" is not a name with pairs of a key and a value behind it; write one such as www.example.org delay 3s")]
    [InlineData("names: [slow dely 3s]", "names[0]: \"dely\" is not known here; did you mean \"delay\"? (known: delay, failure, failure-rate)")]
    [InlineData("names: [www failure sevfail]", "names[0]: \"sevfail\" is not a known failure; did you mean \"servfail\"? (known: servfail, refused, silence)")]
    [InlineData("names: [www failure-rate 10%]", "names[0]: failure-rate is of no use without failure")]
    [InlineData("names: [www delay 3s delay 4s]", "names[0]: \"delay\" is there twice")]
    [InlineData("names: [www delay 3s, WWW. delay 4s]", "names: \"WWW\" is there twice")]
    public void A_mistake_says_where_what_and_what_would_be_right(string option, string expected)
    {
        string problem = Assert.Single(Lab.Problems(Devices + $"  - {{ on: dns, run: dns-server, {option} }}"));

        Assert.EndsWith($"applications[1].{expected}", problem, StringComparison.Ordinal);
    }
}
