namespace Wavetank.Compare.Comparison;

/// <summary>Where the sources lie that this program was built from.</summary>
internal static class Checkout
{
    /// <summary>The checkout: the folder with the solution above this program.</summary>
    public static string Root { get; } = Find();

    /// <summary>Its folder <c>bench</c>.</summary>
    public static string Bench { get; } = Path.Combine(Root, "bench");

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Wavetank.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("bench/compare has to be run from a checkout: Wavetank.slnx was not found above it.");
    }
}
