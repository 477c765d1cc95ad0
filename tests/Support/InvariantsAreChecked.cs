using System.Runtime.CompilerServices;

namespace Wavetank.TestSupport;

/// <summary>Every network that a test makes checks itself: bytes, windows, order, time.</summary>
internal static class InvariantsAreChecked
{
    [ModuleInitializer]
    internal static void TurnOn() => AppContext.SetSwitch("Wavetank.CheckInvariants", true);
}
