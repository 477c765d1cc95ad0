namespace Wavetank.Scenarios.Checking;

/// <summary>How many things a scenario may make. A few words in a file could otherwise ask for more than any machine has.</summary>
internal static class CheckingLimits
{
    internal const int MaxDevices = 100_000;

    internal const int MaxLinks = 100_000;

    internal const int MaxApplications = 100_000;

    internal const int MaxExpectations = 1_000;
}
