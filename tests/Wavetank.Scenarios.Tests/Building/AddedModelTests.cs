using System.Globalization;
using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Links.Delay;
using Wavetank.Links.Loss;
using Wavetank.Packets;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Conditions;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Building;

/// <summary>The tables are the process's, so nobody else reads them meanwhile.</summary>
[CollectionDefinition(nameof(AddedModelTests), DisableParallelization = true)]
[Collection(nameof(AddedModelTests))]
public sealed class AddedModelTests
{
    private const string Link = """
        devices: { server: { kind: host }, client: { kind: host } }
        applications: [{ on: client, run: ping, to: server, count: 1 }]
        links: [{ between: [client, server], CONDITIONS }]
        """;

    [Fact]
    public void A_loss_model_from_outside_is_one_class_and_one_row()
    {
        ScenarioTables.LossModels.Add(ConditionKind.OfLoss("large", "Packets above a size are lost.", Large, ("bytes", "The size.")));
        try
        {
            LossOptions model = Forward("loss: { kind: large, bytes: 500 }").LossModel!;
            Assert.IsType<LargeLoss>(model.Create(new Simulator(1).CreateRandomStream("test")));
            Assert.StartsWith("lab.yaml:3:44: links[0].loss: ", Assert.Single(Problems("loss: { kind: large, bytes: many }")), StringComparison.Ordinal);
            Assert.StartsWith("lab.yaml:3:44: links[0].loss: ", Assert.Single(Problems("loss: { kind: large }")), StringComparison.Ordinal);
            Assert.Contains("did you mean \"bytes\"? (known: kind, bytes)", Assert.Single(Problems("loss: { kind: large, byte: 5 }")), StringComparison.Ordinal);
            ArgumentException twice = Assert.Throws<ArgumentException>(() => ScenarioTables.LossModels.Add(ScenarioTables.LossModels.Find("large")!));
            Assert.Contains("\"large\"", twice.Message, StringComparison.Ordinal);
        }
        finally
        {
            ScenarioTables.LossModels.Remove("large");
        }
    }

    [Fact]
    public void A_delay_model_from_outside_is_one_class_and_one_row()
    {
        ScenarioTables.DelayModels.Add(ConditionKind.OfDelay("by-length", "A microsecond for each byte.", _ => DelayOptions.Custom("by-length", _ => new LengthDelay())));
        try
        {
            Assert.IsType<LengthDelay>(Forward("delay: { kind: by-length }").DelayModel!.Create(new Simulator(1).CreateRandomStream("test")));
        }
        finally
        {
            ScenarioTables.DelayModels.Remove("by-length");
        }
    }

    private static LossOptions Large(IReadOnlyDictionary<string, string> options)
    {
        int bytes = int.Parse(options["bytes"], CultureInfo.InvariantCulture);
        return LossOptions.Custom("large", _ => new LargeLoss(bytes));
    }

    private static LinkOptions Forward(string conditions) =>
        ScenarioBuilder.Build(Lab.Parse(Link.Replace("CONDITIONS", conditions, StringComparison.Ordinal))).Network.Links.Single().Forward;

    private static string[] Problems(string conditions) => Lab.Problems(Link.Replace("CONDITIONS", conditions, StringComparison.Ordinal));

    private sealed class LargeLoss(int bytes) : LossModel
    {
        public override bool IsLost(Packet packet) => packet.Length > bytes;
    }

    private sealed class LengthDelay : DelayModel
    {
        public override long NextNanoseconds(Packet packet) => packet.Length * 1000L;
    }
}
