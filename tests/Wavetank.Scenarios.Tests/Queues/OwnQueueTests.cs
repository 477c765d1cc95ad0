using Wavetank.Links;
using Wavetank.Links.Queues;
using Wavetank.Packets;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Queues;

/// <summary>A table is the whole process's: these tests change it, and so run alone.</summary>
[CollectionDefinition(nameof(OwnQueueTests), DisableParallelization = true)]
[Collection(nameof(OwnQueueTests))]
public sealed class OwnQueueTests
{
    private static readonly Option Depth = NewOption.Count("depth", "How many packets are piled up.", 10);

    [Fact]
    public void A_queue_from_outside_is_one_class_and_one_registration_and_a_scenario_names_it()
    {
        ScenarioTables.Queues.Add(new QueueKind(
            "pile", "Last in, first out.", values => QueueOptions.Custom("pile", context => new Pile(context, values.Count(Depth))), Depth));
        try
        {
            ScenarioResult result = Runs.Execute("""
                duration: 60s
                devices: { server: { kind: host }, client: { kind: host } }
                links: [{ between: [client, server], rate: 10Mbps, delay: 10ms, queue: { kind: pile, depth: 8 } }]
                applications:
                  - { on: server, run: bulk-receiver, port: 9 }
                  - { on: client, run: bulk-sender, to: "server:9", size: 1MB }
                expect: [client.bytes == 1MB, client-server.largest-queue == 8, client-server.drops-queue-full > 0]
                """);

            Assert.All(result.Expectations, expectation => Assert.True(expectation.Holds, $"{expectation.Expectation.Text}: {expectation.Measured}"));
            Assert.Contains("kind: pile", Wavetank.Scenarios.Schema.ScenarioPage.Build(), StringComparison.Ordinal);
            Assert.Contains("\"pile\"", Wavetank.Scenarios.Schema.ScenarioSchema.ToJson(), StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => ScenarioTables.Queues.Add(new QueueKind("pile", "Again.", _ => QueueOptions.Packets(1))));
        }
        finally
        {
            ScenarioTables.Queues.Remove("pile");
        }
    }

    private sealed class Pile(QueueContext context, long depth) : PacketQueue
    {
        private readonly Stack<Packet> _packets = new();

        public override int Count => _packets.Count;

        public override long Bytes => _packets.Sum(packet => packet.Length);

        public override void Enqueue(Packet packet)
        {
            if (_packets.Count < depth)
                _packets.Push(packet);
            else
                context.Drop(packet, DropReason.QueueFull);
        }

        public override Packet? Dequeue() => _packets.TryPop(out Packet? packet) ? packet : null;
    }
}
