using System.Text;

namespace Wavetank.Engine.Programs;

/// <summary>Hands what a program writes to its simulation's console, and all else to the real one.</summary>
internal sealed class ProgramWriter(TextWriter real, bool isError) : TextWriter(real.FormatProvider)
{
    public override Encoding Encoding => real.Encoding;

    public override void Write(char value) => Write(new ReadOnlySpan<char>(in value));

    public override void Write(char[] buffer, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        Write(buffer.AsSpan(index, count));
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void WriteLine(string? value)
    {
        // As one, so that lines of several threads do not mix.
        Write(string.Concat(value, NewLine).AsSpan());
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (SimulatedProgram.Current is { } program)
        {
            program.Simulator.Console.Write(program, buffer, isError, real);
        }
        else
        {
            real.Write(buffer);
        }
    }

    public override void Flush() => real.Flush();
}
