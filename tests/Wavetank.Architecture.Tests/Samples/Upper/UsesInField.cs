using Wavetank.Architecture.Tests.Samples.Lower;

namespace Wavetank.Architecture.Tests.Samples.Upper;

public sealed class UsesInField(object field)
{
    private readonly Thing? _field = field as Thing;

    public bool IsEmpty => _field is null;
}
