using Wavetank.Engine;

namespace Wavetank.Applications.Voice;

/// <summary>
/// The quality of a G.711 call by the E-model (ITU-T G.107), reduced as Cole and Rosenbluth did ("Voice over IP performance
/// monitoring", ACM SIGCOMM CCR 31(2), 2001): R = 94.2 − Id(delay) − Ie(loss), all other parameters at their defaults.
/// </summary>
public static class VoiceQuality
{
    /// <summary>The transmission rating R.</summary>
    /// <param name="delayMilliseconds">From mouth to ear, 0 or more.</param>
    /// <param name="loss">The part of frames that are not heard, 0 to 1; the loss is taken for random and for concealed.</param>
    /// <returns>94.2 at best; may be negative.</returns>
    public static double Rating(double delayMilliseconds, double loss)
    {
        double late = Math.Max(0, delayMilliseconds - 177.3);
        double delayImpairment = (0.024 * delayMilliseconds) + (0.11 * late);
        double lossImpairment = 30 * DeterministicMath.Log(1 + (15 * loss));
        return 94.2 - delayImpairment - lossImpairment;
    }

    /// <summary>The mean opinion score of a rating (ITU-T G.107, annex B): 1 (bad) to 4.5.</summary>
    /// <param name="rating">R.</param>
    public static double MeanOpinionScore(double rating) => rating switch
    {
        <= 0 => 1,
        >= 100 => 4.5,

        // The formula dips below 1 for ratings under 6.5, where no listener could be less content.
        _ => Math.Max(1, 1 + (0.035 * rating) + (7e-6 * rating * (rating - 60) * (100 - rating))),
    };
}
