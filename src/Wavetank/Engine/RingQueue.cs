using System.Diagnostics.CodeAnalysis;

namespace Wavetank.Engine;

/// <summary>
/// A first-in-first-out queue in a ring that grows and never shrinks; no allocation in the steady state, and no ring before the
/// first item, so that what is idle takes no room.
/// </summary>
internal sealed class RingQueue<T>
{
    private const int FirstSize = 16;

    private Place[] _places = [];
    private int _head;

    public int Count { get; private set; }

    public void Enqueue(T item)
    {
        if (Count == _places.Length)
        {
            Grow();
        }

        _places[(_head + Count) & (_places.Length - 1)].Item = item;
        Count++;
    }

    public bool TryDequeue([MaybeNullWhen(false)] out T item)
    {
        if (Count == 0)
        {
            item = default;
            return false;
        }

        ref Place first = ref _places[_head];
        item = first.Item;
        first.Item = default!;
        Count--;

        // From the beginning again whenever it is empty: a queue of one waiting item keeps to one line of the processor's cache.
        _head = Count == 0 ? 0 : (_head + 1) & (_places.Length - 1);
        return true;
    }

    public bool TryPeek([MaybeNullWhen(false)] out T item)
    {
        item = Count == 0 ? default : _places[_head].Item;
        return Count > 0;
    }

    private void Grow()
    {
        var larger = new Place[Math.Max(FirstSize, _places.Length * 2)];
        int first = _places.Length - _head;
        Array.Copy(_places, _head, larger, 0, first);
        Array.Copy(_places, 0, larger, first, _head);
        _places = larger;
        _head = 0;
    }

    // In a struct, so that storing a reference does not first ask which array it goes to: arrays of classes are covariant.
    private struct Place
    {
        public T Item;
    }
}
