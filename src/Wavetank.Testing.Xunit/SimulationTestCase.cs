using System.ComponentModel;
using System.Reflection;
using Wavetank.Testing.Exploration;
using Xunit.Sdk;
using Xunit.v3;

namespace Wavetank.Testing.Xunit;

/// <summary>One case of a <see cref="SimulationTheoryAttribute"/>, which runs with many seeds. Made by xunit.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SimulationTestCase : XunitTestCase, ISelfExecutingXunitTestCase
{
    /// <summary>For xunit, which makes a case before it reads it.</summary>
    [Obsolete("Called by the de-serializer; should only be called by deriving classes for de-serialization purposes")]
    public SimulationTestCase()
    {
    }

    internal SimulationTestCase(
        IXunitTestMethod method, string displayName, string uniqueID, bool @explicit, Type[]? skipExceptions, string? skipReason, Type? skipType,
        string? skipUnless, string? skipWhen, object?[] arguments, string? sourceFilePath, int? sourceLineNumber, int timeout)
        : base(method, displayName, uniqueID, @explicit, skipExceptions, skipReason, skipType, skipUnless, skipWhen, TraitsOf(method), arguments, sourceFilePath, sourceLineNumber, timeout)
    {
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<IXunitTest>> CreateTests() => new(
    [
        new XunitTest(this, TestMethod, Explicit, SkipReason, SkipType, SkipUnless, SkipWhen, TestCaseDisplayName, 0, TestMethod.Traits, Timeout, TestMethodArguments, null, DisableParallelization),
    ]);

    /// <inheritdoc/>
    public async ValueTask<RunSummary> Run(
        ExplicitOption explicitOption,
        IMessageBus messageBus,
        object?[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource,
        ParallelMode parallelMode,
        ExecutionScheduler scheduler,
        FixtureMappingManager methodFixtureMappings) =>
        await new SimulationTestCaseRunner().Run(
            this,
            await CreateTests().ConfigureAwait(false),
            messageBus,
            aggregator,
            cancellationTokenSource,
            parallelMode,
            scheduler,
            TestCaseDisplayName,
            SkipReason,
            explicitOption,
            constructorArguments,
            methodFixtureMappings).ConfigureAwait(false);

    /// <summary>What the attribute, and the environment, ask for.</summary>
    /// <exception cref="FormatException">An environment variable is not what it should be.</exception>
    internal ExplorationOptions ReadOptions() => TestMethod.Method.GetCustomAttribute<SimulationTheoryAttribute>()!.ToOptions(TestCaseDisplayName);

    private static Dictionary<string, HashSet<string>> TraitsOf(IXunitTestMethod method) =>
        method.Traits.ToDictionary(trait => trait.Key, trait => trait.Value.ToHashSet(StringComparer.Ordinal));
}
