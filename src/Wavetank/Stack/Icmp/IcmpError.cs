namespace Wavetank.Stack.Icmp;

/// <summary>An error message by its type and code in each family (RFC 792, RFC 1812 §5.2.7, RFC 4443 §3).</summary>
internal readonly record struct IcmpError(byte Type, byte Code, byte TypeV6, byte CodeV6);
