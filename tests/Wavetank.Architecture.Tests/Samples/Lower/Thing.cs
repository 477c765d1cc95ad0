namespace Wavetank.Architecture.Tests.Samples.Lower;

public class Thing
{
    public static int Answer() => 42;
}
