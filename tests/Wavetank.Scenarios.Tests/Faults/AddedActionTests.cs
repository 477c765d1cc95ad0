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
        ScenarioTables.Actions.Add(ActionKind.OfHosts("nudge", "Counts.", options =>
        {
            int by = int.Parse(options.GetValueOrDefault("by", "1"), CultureInfo.InvariantCulture);
            return host => new Nudge(host, by);
        }, ("by", "How much.")));
        try
        {
            Assert.Equal("nudge client 3", string.Join(",", Runs.Execute(Timeline + "  - { at: 1s, nudge: client, by: 3 }\n").Faults.Select(fault => $"{fault.Kind} {fault.Target} {fault.Details}")));
            Assert.StartsWith("lab.yaml:5:5: timeline[0]: ", Assert.Single(Lab.Problems(Timeline + "  - { at: 1s, nudge: client, by: much }\n")), StringComparison.Ordinal);
            Assert.Contains("did you mean \"nudge\"?", Assert.Single(Lab.Problems(Timeline + "  - { at: 1s, nugde: client }\n")), StringComparison.Ordinal);
        }
        finally
        {
            ScenarioTables.Actions.Remove("nudge");
        }
    }

    private sealed class Nudge(Host host, int by) : Fault
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
