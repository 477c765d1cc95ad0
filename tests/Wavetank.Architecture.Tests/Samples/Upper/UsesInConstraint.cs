using Wavetank.Architecture.Tests.Samples.Lower;

namespace Wavetank.Architecture.Tests.Samples.Upper;

public sealed class UsesInConstraint<T>
    where T : Thing
{
    public T? Item { get; init; }
}
