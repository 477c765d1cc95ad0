using Wavetank.Devices;

namespace Wavetank.Testing.Histories;

/// <summary>Histories of a map whose keys are registers, each checked by itself. A key that was never put holds the initial value; to remove one is to put that.</summary>
public static class KeyValueStore
{
    /// <summary>An empty history in a network's time.</summary>
    public static History<Keyed<TKey, RegisterInput<T>>, RegisterOutput<T>> History<TKey, T>(Network network)
        where TKey : notnull => new(network);

    /// <summary>A map in which every key holds a value at the start, such as null or 0.</summary>
    public static KeyedModel<TKey, T, RegisterInput<T>, RegisterOutput<T>> Model<TKey, T>(T initial)
        where TKey : notnull => new(Register.Model(initial));

    /// <summary>Gives a key's value.</summary>
    public static Keyed<TKey, RegisterInput<T>> Get<TKey, T>(TKey key)
        where TKey : notnull => new(key, Register.Read<T>());

    /// <summary>Replaces a key's value.</summary>
    public static Keyed<TKey, RegisterInput<T>> Put<TKey, T>(TKey key, T value)
        where TKey : notnull => new(key, Register.Write(value));

    /// <summary>Replaces a key's value if it is the expected one.</summary>
    public static Keyed<TKey, RegisterInput<T>> CompareAndSet<TKey, T>(TKey key, T expected, T value)
        where TKey : notnull => new(key, Register.CompareAndSet(expected, value));
}
