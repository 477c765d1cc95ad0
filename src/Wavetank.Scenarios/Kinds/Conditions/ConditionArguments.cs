using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Kinds.Conditions;

/// <summary>What a scenario says about a condition.</summary>
/// <param name="Values">The options.</param>
/// <param name="Items">What the items of the list say; empty where there is none.</param>
/// <param name="Folder">The folder of the scenario file, from which files are named.</param>
internal sealed record ConditionArguments(OptionValues Values, IReadOnlyList<object> Items, string Folder)
{
    /// <summary>Reads a file that an option names.</summary>
    /// <exception cref="ConditionException">It cannot be read, or is not what it should be.</exception>
    internal T ReadFile<T>(Option<string> option, Func<string, T> read)
    {
        string name = Values.Get(option);
        try
        {
            return read(Path.Combine(Folder, name));
        }
        catch (FileNotFoundException)
        {
            throw new ConditionException(option, $"{Quoted.Text(name)} is not there; files are named from the folder of the scenario file");
        }
        catch (DirectoryNotFoundException)
        {
            throw new ConditionException(option, $"{Quoted.Text(name)} is not there; files are named from the folder of the scenario file");
        }
        catch (IOException)
        {
            throw new ConditionException(option, $"{Quoted.Text(name)} cannot be read");
        }
        catch (FormatException exception)
        {
            throw new ConditionException(option, $"{Quoted.Text(name)} {exception.Message}");
        }
    }
}
