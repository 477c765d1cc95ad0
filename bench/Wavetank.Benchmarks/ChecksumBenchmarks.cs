using BenchmarkDotNet.Attributes;
using Wavetank.Packets.Codecs;

namespace Wavetank.Benchmarks;

/// <summary>The checksum of IP, UDP and TCP.</summary>
[MemoryDiagnoser]
public class ChecksumBenchmarks
{
    private byte[] _bytes = [];

    [Params(20, 64, 1460)]
    public int Length { get; set; }

    [GlobalSetup]
    public void SetUp() => _bytes = [.. Enumerable.Range(0, Length).Select(i => (byte)(i * 7))];

    [Benchmark]
    public ushort Checksum() => InternetChecksum.Of(_bytes);
}
