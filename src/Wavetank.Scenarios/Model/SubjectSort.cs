namespace Wavetank.Scenarios.Model;

/// <summary>What the first word of an expectation names.</summary>
public enum SubjectSort
{
    /// <summary>A device or group of devices: all applications on it that have the metric.</summary>
    Device,

    /// <summary>An application by its name, on every device that runs one of that name.</summary>
    Application,

    /// <summary>A link or group of links.</summary>
    Link,
}
