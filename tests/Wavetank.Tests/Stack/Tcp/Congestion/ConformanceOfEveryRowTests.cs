using Wavetank.Stack.Tcp.Congestion;

namespace Wavetank.Tests.Stack.Tcp.Congestion;

public sealed class ConformanceOfEveryRowTests
{
    [Fact]
    public void Every_congestion_control_that_is_built_in_has_its_conformance_test()
    {
        IEnumerable<string> tested = typeof(CongestionControlConformance).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CongestionControlConformance)) && type.IsSealed)
            .Select(type => ((CongestionControlConformance)Activator.CreateInstance(type)!).Name);

        Assert.Equal(CongestionControlTable.BuiltIn.Select(row => row.Name).Order(), tested.Order());
    }
}
