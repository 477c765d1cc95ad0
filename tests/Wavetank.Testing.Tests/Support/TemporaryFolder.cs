namespace Wavetank.Testing.Tests.Support;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("wavetank-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
