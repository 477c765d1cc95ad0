using System.ComponentModel;
using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Wavetank.Testing.Xunit;

/// <summary>Finds the cases of <see cref="SimulationTheoryAttribute"/>: one for the method, or one for each row of its data. Made by xunit.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SimulationDiscoverer : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        var details = TestIntrospectionHelper.GetTestCaseDetails(discoveryOptions, testMethod, factAttribute);
        if (WhyNot(testMethod.Method) is { } wrong)
        {
            return [new ExecutionErrorTestCase(details.ResolvedTestMethod, details.TestCaseDisplayName, details.UniqueID, details.SourceFilePath, details.SourceLineNumber, wrong)];
        }

        List<object?[]> rows = [];
        await using var disposal = new DisposalTracker();
        foreach (IDataAttribute data in testMethod.DataAttributes)
        {
            foreach (ITheoryDataRow row in await data.GetData(testMethod.Method, disposal).ConfigureAwait(false))
            {
                rows.Add(row.GetData());
            }
        }

        return rows.Count == 0 ? [Create(0, [])] : [.. rows.Select((row, index) => Create(index + 1, row))];

        SimulationTestCase Create(int row, object?[] arguments) => new(
            details.ResolvedTestMethod,
            row == 0 ? details.TestCaseDisplayName : $"{details.TestCaseDisplayName}({string.Join(", ", testMethod.Method.GetParameters().Skip(1).Zip(arguments, Describe))})",
            row == 0 ? details.UniqueID : $"{details.UniqueID}-{row}",
            details.Explicit,
            details.SkipExceptions,
            details.SkipReason,
            details.SkipType,
            details.SkipUnless,
            details.SkipWhen,
            arguments,
            details.SourceFilePath,
            details.SourceLineNumber,
            details.Timeout);
    }

    private static string Describe(ParameterInfo parameter, object? value) => $"{parameter.Name}: {(value is string text ? $"\"{text}\"" : value ?? "null")}";

    private static string? WhyNot(MethodInfo method)
    {
        string name = $"{method.DeclaringType!.FullName}.{method.Name}";
        Type[] parameters = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        return parameters.Length == 0 || parameters[0] != typeof(Simulation)
            ? $"{name} is a [SimulationTheory]; its first parameter should be a {typeof(Simulation).FullName}."
            : method.ReturnType != typeof(void) && method.ReturnType != typeof(Task) && method.ReturnType != typeof(ValueTask)
                ? $"{name} is a [SimulationTheory]; it should return void, Task or ValueTask, not {method.ReturnType.Name}."
                : null;
    }
}
