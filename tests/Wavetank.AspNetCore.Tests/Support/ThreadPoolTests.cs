namespace Wavetank.AspNetCore.Tests.Support;

/// <summary>The thread pool is the process's, so that its tests run one after the other.</summary>
[CollectionDefinition(nameof(ThreadPoolTests), DisableParallelization = true)]
public sealed class ThreadPoolTests;
