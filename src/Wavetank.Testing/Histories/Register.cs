using Wavetank.Devices;

namespace Wavetank.Testing.Histories;

/// <summary>Histories of a register, which holds one value.</summary>
/// <example><code>
/// var history = Register.History&lt;int&gt;(network);
/// var write = history.Begin("alice", Register.Write(3));   // … the request is sent and answered …
/// write.End();
/// var read = history.Begin("bob", Register.Read&lt;int&gt;());   // … and again …
/// read.End(answer);
/// Linearizability.Check(history, Register.Model(0)).EnsureLinearizable();
/// </code></example>
public static class Register
{
    /// <summary>An empty history in a network's time.</summary>
    public static History<RegisterInput<T>, RegisterOutput<T>> History<T>(Network network) => new(network);

    /// <summary>A register that holds a value at the start.</summary>
    public static SequentialModel<T, RegisterInput<T>, RegisterOutput<T>> Model<T>(T initial) => new RegisterModel<T>(initial);

    /// <summary>Gives the value.</summary>
    public static RegisterInput<T> Read<T>() => new(RegisterCallKind.Read);

    /// <summary>Replaces the value.</summary>
    public static RegisterInput<T> Write<T>(T value) => new(RegisterCallKind.Write, value);

    /// <summary>Replaces the value if it is the expected one.</summary>
    public static RegisterInput<T> CompareAndSet<T>(T expected, T value) => new(RegisterCallKind.CompareAndSet, value, expected);

    /// <summary>What a compare-and-set answers.</summary>
    /// <param name="isSwapped">Whether it wrote.</param>
    public static RegisterOutput<T> Swapped<T>(bool isSwapped) => new(default, isSwapped);
}
