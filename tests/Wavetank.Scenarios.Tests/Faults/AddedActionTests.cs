using System.Globalization;
using Wavetank.Devices;
using Wavetank.Devices.Faults;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Faults;

/// <summary>The tables are the process's, so nobody else reads them meanwhile.</summary>
[CollectionDefinition(nameof(AddedActionTests), DisableParallelization = true)]
[Collection(nameof(AddedActionTests))]
public sealed class AddedActionTests
{
    private const string Timeline = """
        devices: { server: { kind: host }, client: { kind: host } }
        links: [{ between: [client, server], delay: 10ms }]
        applications: [{ on: client, run: ping, to: server, count: 3 }]
        timeline:

        """;

    [Fact]
    public void A_fault_from_outside_is_one_class_and_one_row()
    {
        Option by = NewOption.Count("by", "How much.", 1);
        ScenarioTables.Actions.Add(ActionKind.OfHosts("nudge", "Nothing.", values =>
        {
            long much = values.Count(by);
            return much < 10 ? host => new Nudge(host, much) : throw new FormatException("nudges by less than 10");
        }, by));
        try
        {
            Assert.Equal("nudge client 3", string.Join(",", Runs.Execute(Timeline + "  - { at: 1s, nudge: client, by: 3 }\n").Faults.Select(fault => $"{fault.Kind} {fault.Target} {fault.Details}")));
            Assert.Equal("lab.yaml:5:5: timeline[0]: nudges by less than 10", Assert.Single(Lab.Problems(Timeline + "  - { at: 1s, nudge: client, by: 11 }\n")));
            Assert.StartsWith("lab.yaml:5:34: timeline[0].by: ", Assert.Single(Lab.Problems(Timeline + "  - { at: 1s, nudge: client, by: much }\n")), StringComparison.Ordinal);
            Assert.Contains("did you mean \"nudge\"?", Assert.Single(Lab.Problems(Timeline + "  - { at: 1s, nugde: client }\n")), StringComparison.Ordinal);
        }
        finally
        {
            ScenarioTables.Actions.Remove("nudge");
        }
    }

    private sealed class Nudge(Host host, long by) : Fault
    {
        public override string Kind => "nudge";

        public override string Target => host.Name;

        public override string Details => by.ToString(CultureInfo.InvariantCulture);

        protected override void Begin(Network network)
        {
        }

        protected override void End(Network network)
        {
        }
    }
}
