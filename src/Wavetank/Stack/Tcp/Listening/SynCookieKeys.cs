using Wavetank.Engine;

namespace Wavetank.Stack.Tcp.Listening;

/// <summary>The keyed hashes of two ends under which a SYN cookie hides: one for all time, one for each minute.</summary>
internal readonly struct SynCookieKeys(ulong hash)
{
    public uint Fixed => (uint)(hash >> 32);

    public uint At(uint minute) => (uint)StableHash.Finish(StableHash.Mix(hash, minute));
}
