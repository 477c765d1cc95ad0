using System.Runtime.CompilerServices;
using Wavetank.Devices;

namespace Wavetank.AspNetCore.Tests.Leaks;

/// <summary>A process in which HTTP/2's windows follow the real clock, as somebody asked for it before Wavetank.AspNetCore was loaded.</summary>
internal static class DynamicWindows
{
    public static int Print()
    {
        AppContext.SetSwitch("System.Net.SocketsHttpHandler.Http2FlowControl.DisableDynamicWindowSizing", false);
        Console.WriteLine(Refusal());
        return 0;
    }

    // A method of its own: what loads Wavetank.AspNetCore comes after the switch.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Refusal()
    {
        using var net = new Network();
        Host host = net.AddHost("host");
        return Assert.Throws<InvalidOperationException>(() => host.CreateHttpClient()).Message;
    }
}
