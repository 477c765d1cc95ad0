using Wavetank.Engine;

namespace Wavetank.Links;

/// <summary>
/// Random numbers from 0 to 1 of which each resembles the last, as netem makes them: x(n) = r x(n-1) + (1-r) u. They stay between 0 and
/// 1 with the mean 1/2 and the autocorrelation r^k, but their variance is only (1-r)/(1+r) of that of even ones.
/// </summary>
internal sealed class CorrelatedRandom(RandomStream random)
{
    private double _last;
    private bool _hasLast;

    /// <summary>The next number; without correlation a fresh one, which later ones do not remember.</summary>
    public double Next(double correlation)
    {
        if (correlation == 0)
        {
            return random.NextDouble();
        }

        if (!_hasLast)
        {
            _hasLast = true;
            _last = random.NextDouble();
        }

        _last = (correlation * _last) + ((1 - correlation) * random.NextDouble());
        return _last;
    }
}
