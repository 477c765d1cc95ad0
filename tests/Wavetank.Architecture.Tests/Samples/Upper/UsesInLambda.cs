using Wavetank.Architecture.Tests.Samples.Lower;

namespace Wavetank.Architecture.Tests.Samples.Upper;

public static class UsesInLambda
{
    public static Func<int> Call(int more) => () => Thing.Answer() + more;
}
