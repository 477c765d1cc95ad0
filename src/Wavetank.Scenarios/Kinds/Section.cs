namespace Wavetank.Scenarios.Kinds;

/// <summary>A key whose value is a list or a mapping of its own; a checker of its own reads it.</summary>
internal sealed class Section : Key
{
    internal Section(string name, string summary, string example, bool isRequired = false)
        : base(name, summary, isRequired)
    {
        Example = example;
    }

    /// <summary>A value that is right, in flow style.</summary>
    internal string Example { get; }
}
