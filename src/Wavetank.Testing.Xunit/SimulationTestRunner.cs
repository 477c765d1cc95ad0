using System.Diagnostics;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Wavetank.Testing.Exploration;
using Xunit;
using Xunit.v3;

namespace Wavetank.Testing.Xunit;

/// <summary>Calls the method with one simulation after the other.</summary>
internal sealed class SimulationTestRunner(SimulationTestCase testCase) : XunitTestRunner
{
    // Reports with attachments are read whole; a larger file is left where it is.
    private const long LargestAttachment = 4 << 20;

    protected override async ValueTask<TimeSpan> InvokeTest(XunitTestRunnerContext ctxt, object? testClassInstance)
    {
        long start = Stopwatch.GetTimestamp();
        CancellationToken token = TestContext.Current.CancellationToken;
        try
        {
            ExplorationResult result = await Explorer.RunAsync(simulation => Call(ctxt, simulation), testCase.ReadOptions(), token).ConfigureAwait(false);
            TestContext.Current.TestOutputHelper?.WriteLine(result.ToString());
            Attach(result.Failure?.Files ?? []);
            result.EnsurePassed();
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The test's time is up, which xunit has told already; no further run begins.
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private async Task Call(XunitTestRunnerContext ctxt, Simulation simulation)
    {
        MethodInfo method = testCase.TestMethod.Method;
        object? instance = method.IsStatic ? null : Activator.CreateInstance(testCase.TestClass.Class, ctxt.ConstructorArguments);
        try
        {
            if (instance is IAsyncLifetime lifetime)
            {
                await lifetime.InitializeAsync().ConfigureAwait(false);
            }

            await Invoke(method, instance, [simulation, .. testCase.TestMethodArguments]).ConfigureAwait(false);
        }
        finally
        {
            if (instance is IAsyncDisposable asyncDisposable)
            {
                await asyncDisposable.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                (instance as IDisposable)?.Dispose();
            }
        }
    }

    private static Task Invoke(MethodInfo method, object? instance, object?[] arguments)
    {
        try
        {
            return method.Invoke(instance, arguments) switch
            {
                Task task => task,
                ValueTask task => task.AsTask(),
                _ => Task.CompletedTask,
            };
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } thrown)
        {
            ExceptionDispatchInfo.Throw(thrown);
            throw;
        }
    }

    private static void Attach(IReadOnlyList<string> files)
    {
        foreach (string file in files.Where(file => new FileInfo(file).Length <= LargestAttachment))
        {
            TestContext.Current.AddAttachment(Path.GetFileName(file), File.ReadAllBytes(file), Path.GetExtension(file) == ".pcapng" ? "application/octet-stream" : "text/plain");
        }
    }
}
