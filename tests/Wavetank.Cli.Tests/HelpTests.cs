using System.Diagnostics;
using Wavetank.Cli.Tests.Support;

namespace Wavetank.Cli.Tests;

/// <summary>Starts the command as a user does: as a program of its own.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    public async Task The_command_answers_on_standard_output_and_exits_0(string argument)
    {
        using Process process = Command.Start(argument);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.NotEmpty(output.Trim());
        Assert.Empty(await errors);
    }
}
