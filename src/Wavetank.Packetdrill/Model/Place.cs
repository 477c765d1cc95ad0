namespace Wavetank.Packetdrill.Model;

/// <summary>Where something stands in a script. Both count from 1.</summary>
internal readonly record struct Place(int Line, int Column);
