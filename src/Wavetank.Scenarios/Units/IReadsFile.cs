namespace Wavetank.Scenarios.Units;

/// <summary>A value that names a file, which is read once the scenario's folder is known.</summary>
internal interface IReadsFile
{
    /// <summary>The value with its file read; itself where it names none.</summary>
    /// <param name="folder">The folder that the file's name is relative to.</param>
    /// <param name="problem">What is wrong with the file; null where nothing is.</param>
    object Load(string folder, out string? problem);
}
