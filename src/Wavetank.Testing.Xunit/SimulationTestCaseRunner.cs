using Xunit.v3;

namespace Wavetank.Testing.Xunit;

/// <summary>Runs a case as xunit runs its own, but for the call of the method.</summary>
internal sealed class SimulationTestCaseRunner : XunitTestCaseRunner
{
    protected override ValueTask<RunSummary> RunTest(XunitTestCaseRunnerContext ctxt, IXunitTest test) =>
        new SimulationTestRunner((SimulationTestCase)ctxt.TestCase).Run(
            test,
            ctxt.MessageBus,
            ctxt.ConstructorArguments,
            ctxt.ExplicitOption,
            ctxt.Aggregator.Clone(),
            ctxt.CancellationTokenSource,
            ctxt.ParallelMode,
            ctxt.Scheduler,
            ctxt.BeforeAfterTestAttributes,
            ctxt.CaseFixtureMappings);
}
