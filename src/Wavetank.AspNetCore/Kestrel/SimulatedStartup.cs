using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Wavetank.Devices;
using Wavetank.Engine.Programs;

namespace Wavetank.AspNetCore.Kestrel;

/// <summary>
/// Runs before the server starts: gives it the host's clock, and lets every request run as code of the program that started the
/// application. Kestrel itself takes requests from a queue, and with that loses whose they are.
/// </summary>
internal sealed class SimulatedStartup(Host host) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
    {
        SimulatedProgram program = HostPrograms.Require(host, "An ASP.NET Core application was started");
        KestrelClock.Set(application.ApplicationServices.GetRequiredService<IServer>(), host, program);
        application.Use(proceed => async context =>
        {
            program.Enter();
            await proceed(context);
        });
        next(application);
        RealTimeOfHubs.TurnOff(application.ApplicationServices);
    };
}
