using Wavetank.Architecture.Tests.Samples.Lower;

namespace Wavetank.Architecture.Tests.Samples.Upper;

public static class UsesValue
{
    public static int Number(Value value) => value.Number;
}
