using System.Globalization;
using Wavetank.Engine.Programs;

namespace Wavetank.Devices;

/// <summary>Names the programs whose code returned that it did not succeed. Those that were killed or asked to end have exit codes of their own, which say nothing.</summary>
internal static class ExitText
{
    private const int Limit = 10;

    public static IEnumerable<string> Describe(IReadOnlyList<SimulatedProgram> programs)
    {
        List<SimulatedProgram> failed = [.. programs.Where(IsFailed)];
        IEnumerable<string> lines = failed.Take(Limit).Select(Describe);
        return failed.Count <= Limit ? lines : lines.Append(string.Create(CultureInfo.InvariantCulture, $"and {failed.Count - Limit} more"));
    }

    private static bool IsFailed(SimulatedProgram program) => program is
    {
        State: ProgramState.Ended,
        ExitCode: not (0 or SimulatedProgram.KilledExitCode or SimulatedProgram.CanceledExitCode),
    };

    private static string Describe(SimulatedProgram program) => string.Create(
        CultureInfo.InvariantCulture,
        $"program '{program.Name}' of host '{program.Host}' ended at {program.EndedAt} with exit code {program.ExitCode}");
}
