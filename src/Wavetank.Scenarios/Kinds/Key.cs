namespace Wavetank.Scenarios.Kinds;

/// <summary>A key that a mapping of the scenario may hold, described once for the checker, the lists and the schema.</summary>
public abstract class Key
{
    private protected Key(string name, string summary, bool isRequired)
    {
        Name = name;
        Summary = summary;
        IsRequired = isRequired;
    }

    /// <summary>The key as a scenario writes it.</summary>
    public string Name { get; }

    /// <summary>One sentence that says what the value means.</summary>
    public string Summary { get; }

    /// <summary>Whether the mapping must hold it.</summary>
    public bool IsRequired { get; }

    /// <summary>How it is written as a mapping or a list; null where it may not be, or where a checker of its own reads it.</summary>
    internal Conditions.ConditionForm? Form { get; init; }
}
