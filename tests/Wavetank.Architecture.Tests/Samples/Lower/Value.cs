namespace Wavetank.Architecture.Tests.Samples.Lower;

public readonly record struct Value(int Number);
