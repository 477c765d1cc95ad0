using System.Runtime.InteropServices;

namespace Wavetank.Testing.Histories.Searching;

/// <summary>
/// The configurations that a search has seen, so that it goes on from each but once (Lowe 2017, §4). Of two that differ in pending calls
/// only, one that used a part of the other's can do all that the other can: a pending call may as well never take effect.
/// </summary>
internal sealed class Visited<TState>(IEqualityComparer<TState> states)
{
    private readonly Dictionary<Configuration<TState>, List<ulong[]>?> _seen = new(new Configuration<TState>.Comparer(states));

    /// <summary>Remembers a configuration; false where one that can do as much was there.</summary>
    public bool Add(Placed ended, Placed? pending, TState state)
    {
        ref List<ulong[]>? known = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, Configuration<TState>.Of(ended, state), out bool exists);
        if (pending is null)
        {
            return !exists;
        }

        if (exists)
        {
            foreach (ulong[] used in known!)
            {
                if (pending.Includes(used))
                {
                    return false;
                }
            }
        }

        (known ??= new List<ulong[]>(1)).Add(pending.Copy());
        return true;
    }
}
