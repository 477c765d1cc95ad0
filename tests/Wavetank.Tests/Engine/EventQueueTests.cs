using FsCheck.Xunit;
using Wavetank.Engine;

namespace Wavetank.Tests.Engine;

public sealed class EventQueueTests
{
    public readonly record struct Step(byte Kind, byte Event, byte Time);

    [Property(MaxTest = 300, EndSize = 300)]
    public void Behaves_as_a_sorted_dictionary(Step[] steps)
    {
        var model = new EventQueueModel(events: 7);
        foreach (Step step in steps)
        {
            model.Step(step.Kind, step.Event, step.Time);
        }

        model.PopAll();
    }

    [Theory]
    [InlineData(1, 3, 10)]
    [InlineData(2, 40, 1000)]
    [InlineData(3, 400, 5)]
    [InlineData(4, 400, 100_000)]
    public void Behaves_as_a_sorted_dictionary_over_long_sequences(int seed, int events, int times)
    {
        var random = new Random(seed);
        var model = new EventQueueModel(events);
        for (int i = 0; i < 20_000; i++)
        {
            model.Step(random.Next(8), random.Next(events), random.Next(times));
        }

        model.PopAll();
    }

    [Fact]
    public void Simultaneous_events_pop_in_the_order_of_scheduling()
    {
        var queue = new EventQueue();
        ProbeEvent[] events = [.. Enumerable.Range(0, 1000).Select(_ => new ProbeEvent())];
        foreach (ProbeEvent item in events)
        {
            queue.Schedule(item, 5);
        }

        Assert.All(events, item => Assert.Same(item, queue.Pop(5, out _)));
    }

    [Fact]
    public void An_event_that_is_moved_takes_its_place_behind_those_scheduled_before_the_move()
    {
        var queue = new EventQueue();
        var first = new ProbeEvent();
        var second = new ProbeEvent();
        queue.Schedule(first, 5);
        queue.Schedule(second, 5);
        queue.Schedule(first, 5);

        Assert.Same(second, queue.Pop(5, out _));
        Assert.Same(first, queue.Pop(5, out _));
    }

    [Fact]
    public void Nothing_pops_before_its_time()
    {
        var queue = new EventQueue();
        var item = new ProbeEvent();
        queue.Schedule(item, 10);

        Assert.Null(queue.Pop(9, out _));
        Assert.Same(item, queue.Pop(10, out long time));
        Assert.Equal(10, time);
        Assert.False(item.IsScheduled);
    }

    [Fact]
    public void An_event_that_is_moved_a_million_times_takes_bounded_memory()
    {
        var queue = new EventQueue();
        var item = new ProbeEvent();
        for (int i = 0; i < 1_000_000; i++)
        {
            // Later, earlier, and back: each earlier move leaves an entry behind that stands for nothing.
            queue.Schedule(item, 2_000_000 - i + (i % 2));
        }

        Assert.Equal(1, queue.Pending);
        Assert.InRange(queue.Capacity, 1, 1024);
        Assert.Same(item, queue.Pop(long.MaxValue, out _));
        Assert.Null(queue.Pop(long.MaxValue, out _));
    }

    [Fact]
    public void An_event_that_is_cancelled_a_million_times_takes_bounded_memory()
    {
        var queue = new EventQueue();
        var item = new ProbeEvent();
        for (int i = 0; i < 1_000_000; i++)
        {
            queue.Schedule(item, 2_000_000 - i);
            Assert.True(queue.Cancel(item));
        }

        Assert.Equal(0, queue.Pending);
        Assert.InRange(queue.Capacity, 1, 1024);
        Assert.Null(queue.Pop(long.MaxValue, out _));
    }

    [Fact]
    public void A_million_one_off_timers_that_are_cancelled_take_bounded_memory()
    {
        var queue = new EventQueue();
        var lasting = new ProbeEvent();
        queue.Schedule(lasting, 5_000_000);
        for (int i = 0; i < 1_000_000; i++)
        {
            var timer = new ProbeEvent();
            queue.Schedule(timer, 1_000_000 + i);
            queue.Cancel(timer);
        }

        Assert.Equal(1, queue.Pending);
        Assert.InRange(queue.Capacity, 1, 1024);
        Assert.Same(lasting, queue.Pop(long.MaxValue, out _));
    }

    [Fact]
    public void An_event_that_comes_back_to_its_reserved_place_a_million_times_takes_bounded_memory()
    {
        // As a link's arrival does for a packet with a long delay that many others overtake.
        var queue = new EventQueue();
        var item = new ProbeEvent();
        long place = queue.TakeSequence();
        for (int i = 0; i < 1_000_000; i++)
        {
            queue.Schedule(item, 5_000_000, place);
            queue.Schedule(item, i);
            Assert.Same(item, queue.Pop(i, out _));
        }

        queue.Schedule(item, 5_000_000, place);
        Assert.InRange(queue.Capacity, 1, 1024);
        Assert.Same(item, queue.Pop(long.MaxValue, out _));
        Assert.Null(queue.Pop(long.MaxValue, out _));
    }

    [Fact]
    public void Entries_left_behind_at_a_reserved_place_are_swept_when_others_need_the_room()
    {
        var queue = new EventQueue();
        var item = new ProbeEvent();
        long place = queue.TakeSequence();
        for (int i = 0; i < 400; i++)
        {
            queue.Schedule(item, 5_000_000, place);
            queue.Schedule(item, i);
            queue.Pop(i, out _);
        }

        queue.Schedule(item, 5_000_000, place);
        ProbeEvent[] others = [.. Enumerable.Range(0, 400).Select(_ => new ProbeEvent())];
        foreach (ProbeEvent other in others)
        {
            queue.Schedule(other, 1_000_000);
        }

        Assert.Equal(512, queue.Capacity);
        Assert.All(others, other => Assert.Same(other, queue.Pop(long.MaxValue, out _)));
        Assert.Same(item, queue.Pop(long.MaxValue, out _));
        Assert.Null(queue.Pop(long.MaxValue, out _));
    }

    [Fact]
    public void Cancelled_timers_among_many_live_ones_take_memory_in_proportion_to_the_live_ones()
    {
        var queue = new EventQueue();
        for (int i = 0; i < 1000; i++)
        {
            queue.Schedule(new ProbeEvent(), 10_000_000 + i);
        }

        for (int i = 0; i < 200_000; i++)
        {
            var timer = new ProbeEvent();
            queue.Schedule(timer, 1_000_000 + i);
            queue.Cancel(timer);
        }

        Assert.Equal(1000, queue.Pending);
        Assert.InRange(queue.Capacity, 1000, 4096);
    }

    [Fact]
    public void Scheduling_moving_cancelling_and_popping_allocate_nothing_in_the_steady_state()
    {
        var queue = new EventQueue();
        ProbeEvent[] events = [.. Enumerable.Range(0, 500).Select(_ => new ProbeEvent())];
        long now = 0;

        Assert.Equal(0, AllocationMeter.Measure(() => Churn(100_000)));

        void Churn(int steps)
        {
            for (int i = 0; i < steps; i++)
            {
                ProbeEvent item = events[i * 7919L % events.Length];
                switch (i % 5)
                {
                    case 0 or 1:
                        queue.Schedule(item, now + (i * 31L % 1000));
                        break;
                    case 2:
                        queue.Cancel(item);
                        break;
                    default:
                        if (queue.Pop(now + 100, out long time) is not null)
                        {
                            now = time;
                        }

                        break;
                }
            }
        }
    }
}
