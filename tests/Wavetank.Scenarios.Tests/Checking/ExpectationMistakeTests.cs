using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Checking;

/// <summary>Mistakes in expectations: what is replaced in a right scenario, by what, and the one line that a user then reads.</summary>
public sealed class ExpectationMistakeTests
{
    [Theory]
    [InlineData("client.errors == 0", "clint.errors == 0",
        "lab.yaml:24:5: expect[1]: \"clint\" is not a known device, application or link; did you mean \"client\"? (known: server, client, core, client-1, client-2, client-3, tcp-echo-server, tcp-echo-client, client-core, core-server, client-1-core, client-2-core, client-3-core)")]
    [InlineData("client.errors == 0", "client.erors == 0",
        "lab.yaml:24:5: expect[1]: \"client\" has no metric \"erors\"; did you mean \"errors\"? (known: count, bytes, errors, goodput, round-trip, retransmissions)")]
    [InlineData("client.errors == 0", "client.errors = 0",
        "lab.yaml:24:5: expect[1]: \"client.errors = 0\" has no known operator; write == for equal (operators: <, <=, >, >=, ==, !=)")]
    [InlineData("client.errors == 0", "client.errors == 0ms",
        "lab.yaml:24:5: expect[1]: after ==: \"0ms\" is not a whole number; write digits alone, such as 10")]
    [InlineData("client.errors == 0", "client.errors",
        "lab.yaml:24:5: expect[1]: \"client.errors\" compares nothing; write one such as client.round-trip.p99 < 400ms or client.errors == 0 (operators: <, <=, >, >=, ==, !=)")]
    [InlineData("round-trip.p99", "round-trip",
        "lab.yaml:23:5: expect[0]: \"client.round-trip\" has many values; say which statistic, such as client.round-trip.p99 (known: min, mean, p50, p90, p99, max)")]
    [InlineData("round-trip.p99", "round-trip.p98",
        "lab.yaml:23:5: expect[0]: \"p98\" is not a known statistic; did you mean \"p90\"? (known: min, mean, p50, p90, p99, max)")]
    [InlineData("client.errors == 0", "client.forward.errors == 0",
        "lab.yaml:24:5: expect[1]: \"client\" is no link and has no direction; write client.errors")]
    [InlineData("client.errors == 0", "core-server.forward.queue-wait < 10ms",
        "lab.yaml:24:5: expect[1]: \"core-server.forward.queue-wait\" has many values; say which statistic, such as core-server.forward.queue-wait.p99 (known: min, mean, p50, p90, p99, max)")]
    [InlineData("client.errors == 0", "core-server.mean-queue < 1 packet",
        "lab.yaml:24:5: expect[1]: after <: \"1 packet\" is not a number; write one such as 12 or 0.5")]
    [InlineData("client.errors == 0", "core-server.utilisation < 80",
        "lab.yaml:24:5: expect[1]: after <: \"80\" is more than 1; a probability is 0 to 1, or 0% to 100% (did you mean 80%?)")]
    [InlineData("client.errors", "client.errors.p99",
        "lab.yaml:24:5: expect[1]: \"client.errors\" is a single figure and has no \"p99\"; write client.errors")]
    [InlineData("400ms", "400",
        "lab.yaml:23:5: expect[0]: after <: \"400\" has no unit; write 400ms (units: ns, us, ms, s, min, h)")]
    [InlineData("client.errors == 0", "core.errors == 0",
        "lab.yaml:24:5: expect[1]: \"core\" runs no application, so there is nothing to measure")]
    [InlineData("client.errors == 0", "core-server.drop == 0",
        "lab.yaml:24:5: expect[1]: \"drop\" is not a known metric of a link; did you mean \"drops\"? (known: packets, bytes, drops, drops-queue-full, drops-queue-early, drops-policed, drops-link-loss, drops-link-rule, drops-link-down, marks, queue-wait, utilisation, mean-queue, largest-queue)")]
    [InlineData("client.errors == 0", "client.errors => 0",
        "lab.yaml:24:5: expect[1]: \"client.errors => 0\" has no known operator; write == for equal (operators: <, <=, >, >=, ==, !=)")]
    [InlineData("- client.errors == 0", "- client.errors: 0",
        "lab.yaml:24:5: expect[1]: takes a comparison such as client.errors == 0, not a mapping")]
    public void Mistake_is_reported_once_with_place_and_remedy(string old, string replacement, string expected) =>
        Assert.Equal([expected], Lab.ProblemsAfter(old, replacement));
}
