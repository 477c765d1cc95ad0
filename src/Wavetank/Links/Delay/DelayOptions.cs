using Wavetank.Engine;

namespace Wavetank.Links.Delay;

/// <summary>The definition of a delay model: immutable, checked, and able to make the running model for one direction of a link.</summary>
public abstract record DelayOptions
{
    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range; the message says which and what the range is.</exception>
    public virtual void Validate()
    {
    }

    /// <summary>Makes the running model.</summary>
    /// <param name="random">The direction's own dice for delays, which go on where one model follows another.</param>
    public abstract DelayModel Create(RandomStream random);

    /// <summary>A model of one's own, without a record of one's own.</summary>
    /// <param name="name">What it is called where options are shown.</param>
    /// <param name="create">Makes the running model for one direction.</param>
    public static DelayOptions Custom(string name, Func<RandomStream, DelayModel> create)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);
        return new CustomDelayOptions(name, create);
    }
}
