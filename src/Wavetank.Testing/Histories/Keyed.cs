namespace Wavetank.Testing.Histories;

/// <summary>A call at one of many things that have nothing to do with each other.</summary>
/// <param name="Key">Which of them.</param>
/// <param name="Input">What is asked of it.</param>
/// <typeparam name="TKey">Names them; compared by its default equality.</typeparam>
/// <typeparam name="TInput">What is asked for.</typeparam>
public readonly record struct Keyed<TKey, TInput>(TKey Key, TInput Input)
    where TKey : notnull
{
    /// <summary>Such as <c>x: write 3</c>.</summary>
    public override string ToString() => $"{Key}: {Input}";
}
