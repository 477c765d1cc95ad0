namespace Wavetank.Scenarios.Kinds;

/// <summary>One row of a table: something that a scenario may name.</summary>
public abstract class Kind
{
    private protected Kind(string name, string summary)
    {
        Name = name;
        Summary = summary;
    }

    /// <summary>The name as a scenario writes it.</summary>
    public string Name { get; }

    /// <summary>One sentence that says what it is.</summary>
    public string Summary { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
