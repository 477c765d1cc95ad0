using Wavetank.Architecture.Tests.Samples.Lower;

namespace Wavetank.Architecture.Tests.Samples.Upper;

public static class UsesAsArgument
{
    public static int Count(IEnumerable<Dictionary<string, Thing[]>> things) => things.Count();
}
