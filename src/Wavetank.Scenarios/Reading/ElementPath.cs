using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Reading;

/// <summary>How a place in a scenario is written: <c>links[1].delay</c>, <c>devices.client.count</c>.</summary>
internal static class ElementPath
{
    internal static string Key(string parent, string key)
    {
        string name = Quoted.Plain(key);
        return parent.Length == 0 ? name : $"{parent}.{name}";
    }

    internal static string Item(string parent, int index) => $"{parent}[{index}]";
}
