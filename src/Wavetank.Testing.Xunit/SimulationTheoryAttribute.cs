using System.Runtime.CompilerServices;
using Wavetank.Testing.Exploration;
using Xunit;
using Xunit.v3;

namespace Wavetank.Testing.Xunit;

/// <summary>
/// A test on the simulated network that runs with many seeds. The method takes a <see cref="Simulation"/>, and after it what data
/// attributes such as <see cref="InlineDataAttribute"/> give it; it returns nothing, a <see cref="Task"/> or a <see cref="ValueTask"/>.
/// </summary>
/// <remarks>
/// <para>
/// For each seed the class is made anew, so that nothing is left over from one run to the next; its fixtures are shared. Runs go on side
/// by side, on threads of their own. The first seed that fails fails the test: its faults are shrunk to those that matter, and the message
/// tells what happened and how to replay it. Files of the failing run are in the folder <c>simulations</c> beside the test assembly,
/// and are attached to the test.
/// </para>
/// <para>
/// The environment variables <see cref="ReplayVariables.Seed"/>, <see cref="ReplayVariables.Faults"/> and <see cref="ReplayVariables.Ties"/>
/// replay one run; <see cref="ReplayVariables.Seeds"/> makes a longer campaign. A <see cref="FactAttribute.Timeout"/> is for all seeds together: no run
/// begins after it.
/// </para>
/// </remarks>
/// <param name="sourceFilePath">Given by the compiler.</param>
/// <param name="sourceLineNumber">Given by the compiler.</param>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(SimulationDiscoverer))]
public sealed class SimulationTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : FactAttribute(sourceFilePath, sourceLineNumber)
{
    /// <summary>How many seeds are run; more than zero. Default 100.</summary>
    public int Seeds { get; set; } = 100;

    /// <summary>The first seed. Default 1.</summary>
    public ulong FirstSeed { get; set; } = 1;

    /// <summary>Runs this seed alone, to replay a failure. Default 0: runs <see cref="Seeds"/> of them.</summary>
    public ulong Seed { get; set; }

    /// <summary>With <see cref="Seed"/>: the faults that take place, by their numbers, such as <c>3,9</c>, or <c>none</c>. Default: all.</summary>
    public string? Faults { get; set; }

    /// <summary>Whether the order of what is due at the same instant is drawn from the seed. Default: yes.</summary>
    public bool ShufflesTies { get; set; } = true;

    /// <summary>The most runs that are spent on leaving out faults of a run that fails. Default 500.</summary>
    public int ShrinkRuns { get; set; } = 500;

    /// <summary>How many runs go on at a time. Default 0: as many as there are processors.</summary>
    public int Workers { get; set; }

    internal ExplorationOptions ToOptions(string name)
    {
        var options = new ExplorationOptions
        {
            Name = name,
            FirstSeed = Seed == 0 ? FirstSeed : Seed,
            Seeds = Seed == 0 ? Seeds : 1,
            Faults = Faults is null ? null : ReplayVariables.ParseFaults(Faults),
            ShufflesTies = ShufflesTies,
            ShrinkRuns = ShrinkRuns,
            Workers = Workers,
            Folder = Path.Combine(AppContext.BaseDirectory, "simulations"),
        };
        return ReplayVariables.Apply(options);
    }
}
