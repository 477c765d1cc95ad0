using Wavetank.Architecture.Tests.Samples.Lower;

namespace Wavetank.Architecture.Tests.Samples.Upper;

public static class UsesInAsyncMethod
{
    public static async Task<int> CallAsync()
    {
        await Task.CompletedTask;
        return Thing.Answer();
    }
}
