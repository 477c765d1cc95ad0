using Wavetank.Engine;

namespace Wavetank.Tests.Engine;

public sealed class RingQueueTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Behaves_as_the_platforms_queue(int seed)
    {
        var random = new Random(seed);
        var ring = new RingQueue<int>();
        var queue = new Queue<int>();
        for (int i = 0; i < 20_000; i++)
        {
            // Phases that grow and phases that shrink, so that the ring wraps at every size.
            if (random.Next(100) < (i / 1000 % 2 == 0 ? 60 : 40))
            {
                ring.Enqueue(i);
                queue.Enqueue(i);
            }
            else
            {
                Assert.Equal(queue.TryPeek(out int expected), ring.TryPeek(out int peeked));
                Assert.Equal(expected, peeked);
                Assert.Equal(queue.TryDequeue(out expected), ring.TryDequeue(out int item));
                Assert.Equal(expected, item);
            }

            Assert.Equal(queue.Count, ring.Count);
        }
    }
}
