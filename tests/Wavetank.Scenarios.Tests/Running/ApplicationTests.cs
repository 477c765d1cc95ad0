using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Running;

/// <summary>Applications against what a calculation says of them.</summary>
public sealed class ApplicationTests
{
    [Theory]
    [InlineData("on", 1)]
    [InlineData("off", 2)]
    public void A_response_takes_a_round_trip_and_another_where_it_connects_first(string keep, int roundTrips)
    {
        ScenarioResult result = Runs.Execute(Runs.TwoHosts + $$"""
            applications:
              - { on: server, run: request-server, port: 80, service: 5ms }
              - { on: client, run: request-client, to: "server:80", count: 20, response: 1KB, keep-connection: {{keep}}, think: 75ms }
            expect:
              - client.response-time.p50 == {{(20 * roundTrips) + 5}}ms
              - client.errors == 0
              - client.count == 20
              - server.count == 20
              - client.bytes == 20KB
            """);

        Held(result);

        // 20 responses, 19 thinks; only the kept connection's first response has the handshake.
        double seconds = (20 * ((0.02 * roundTrips) + 0.005)) + (19 * 0.075) + (roundTrips == 1 ? 0.02 : 0);
        Assert.Equal(20 / seconds, Other(result, "request-client", "requests-per-second"), 6);
    }

    [Fact]
    public void Requests_to_a_dead_server_are_tried_again_and_then_fail()
    {
        ScenarioResult result = Runs.Execute(Runs.TwoHosts + """
            applications:
              - { on: client, run: request-client, to: "server:80", count: 3, timeout: 1s, retries: 2 }
            expect:
              - client.errors == 3
              - client.count == 0
              - client.retries == 6
            """);

        Held(result);
    }

    [Fact]
    public void A_constant_sender_loses_nothing_and_has_no_jitter_on_a_quiet_link()
    {
        Held(Udp("count: 100, gap: 10ms", "delay: 10ms",
            "sink.count == 100", "sink.loss == 0", "sink.reordered == 0", "sink.duplicates == 0", "sink.jitter == 0ms", "sink.delay == 10ms", "sink.bytes == 100KB"));
    }

    [Fact]
    public void A_lossy_link_is_seen_by_the_sink()
    {
        ScenarioResult result = Udp("count: 10000, gap: 1ms", "delay: 10ms, loss: 10%", "sink.reordered == 0", "sink.duplicates == 0");

        // Three standard errors of 10,000 coins of 10%.
        Held(result);
        Assert.InRange(Other(result, "sink", "loss"), 0.091, 0.109);
    }

    [Fact]
    public void Duplicates_are_told_from_datagrams()
    {
        ScenarioResult result = Udp("count: 1000, gap: 1ms", "delay: 10ms, duplicate: 10%", "sink.count == 1000", "sink.loss == 0");

        Held(result);
        Assert.InRange(Other(result, "sink", "duplicates"), 72, 128);
    }

    [Fact]
    public void A_poisson_sender_sends_as_many_as_its_mean_says()
    {
        ScenarioResult result = Udp("duration: 100s, gap: exponential(10ms)", "delay: 10ms");

        // 10,000 are expected, with a standard deviation of 100.
        Assert.InRange(result.Figures("udp-sender").Count, 9700, 10300);
    }

    [Fact]
    public void Bursts_and_pauses_follow_each_other()
    {
        // 50 datagrams in each second of sending, and sending half of the time.
        ScenarioResult result = Udp("duration: 20s, gap: 20ms, burst: 1s, pause: 1s", "delay: 10ms");

        Assert.Equal(500, result.Figures("udp-sender").Count);
    }

    [Fact]
    public void A_call_over_a_good_link_is_as_good_as_the_model_says()
    {
        ScenarioResult result = Voice("delay: 40ms");

        // 20 ms of frame, 40 ms of way and 60 ms of buffer: R = 94.2 - 0.024 · 120 = 91.32, of which the score is 4.37.
        Held(result);
        Assert.Equal(120e6, Other(result, "voice-receiver", "delay"));
        Assert.Equal(4.37, Other(result, "voice-receiver", "mos"), 0.005);
        Assert.Equal(0, Other(result, "voice-receiver", "loss"));
    }

    [Fact]
    public void A_call_that_loses_a_tenth_of_its_frames_is_poor()
    {
        ScenarioResult result = Voice("delay: 40ms, loss: 10%");

        // R = 91.32 - 30 ln 2.5 = 63.8, of which the score is 3.3.
        Assert.InRange(Other(result, "voice-receiver", "mos"), 3.1, 3.5);
    }

    [Fact]
    public void Frames_that_miss_their_turn_are_not_heard()
    {
        // How many are late hangs on how late the first was, by which all others are played.
        double late = 0;
        for (int seed = 1; seed <= 5; seed++)
        {
            ScenarioResult result = Voice("delay: 100ms, jitter: 50ms", ", jitter-buffer: 0ms", seed);
            double missed = Other(result, "voice-receiver", "late");
            Assert.Equal(missed / 1500, Other(result, "voice-receiver", "loss"), 5);
            late += missed;
        }

        Assert.InRange(late, 750, 5 * 1500);
    }

    internal static void Held(ScenarioResult result) => Assert.Equal(
        [], result.Expectations.Where(expectation => !expectation.Holds).Select(e => $"{e.Expectation.Text}: {e.Measured}"));

    internal static double Other(ScenarioResult result, string application, string metric) => result.Figures(application).Others[metric];

    private static ScenarioResult Udp(string options, string link, params string[] expectations) => Runs.Execute($$"""
        devices: { server: { kind: host }, client: { kind: host } }
        links: [{ between: [client, server], {{link}} }]
        applications:
          - { on: server, run: udp-sink, port: 9, name: sink }
          - { on: client, run: udp-sender, to: "server:9", {{options}} }
        expect: [{{string.Join(", ", expectations)}}]
        """);

    private static ScenarioResult Voice(string link, string options = "", int seed = 1) => Runs.Execute($$"""
        seed: {{seed}}
        devices: { server: { kind: host }, client: { kind: host } }
        links: [{ between: [client, server], {{link}} }]
        applications:
          - { on: server, run: voice-receiver, port: 5004{{options}} }
          - { on: client, run: voice-caller, to: "server:5004", duration: 30s }
        """);
}
