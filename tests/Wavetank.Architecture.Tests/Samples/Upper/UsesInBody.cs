using Wavetank.Architecture.Tests.Samples.Lower;

namespace Wavetank.Architecture.Tests.Samples.Upper;

public static class UsesInBody
{
    public static int Call() => Thing.Answer() + 1;
}
