namespace Wavetank.Scenarios.Graphs;

/// <summary>Collects what is wrong with one text.</summary>
internal sealed class GraphProblems
{
    // Nobody reads more.
    private const int MaxKept = 100;

    private readonly List<GraphProblem> _kept = [];

    /// <exception cref="GraphTextException">The text is too long.</exception>
    public GraphProblems(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > GraphText.MaximumLength)
        {
            Add(default, $"is too long for a topology: {text.Length} characters; at most {GraphText.MaximumLength}");
            ThrowIfAny();
        }
    }

    public bool Any => _kept.Count > 0;

    /// <summary>Adds a problem whose message takes work to make: it is made only where it will be shown.</summary>
    public void Add(TextPlace place, Func<string> message)
    {
        if (_kept.Count < MaxKept)
        {
            Add(place, message());
        }
    }

    public void Add(TextPlace place, string message)
    {
        if (_kept.Count < MaxKept)
        {
            _kept.Add(new GraphProblem(place.Line, place.Column, message));
        }
    }

    /// <summary>Ends the reading: what follows makes no sense.</summary>
    public GraphTextException Fatal(TextPlace place, string message)
    {
        Add(place, message);
        return ToException();
    }

    public void ThrowIfAny()
    {
        if (Any)
        {
            throw ToException();
        }
    }

    private GraphTextException ToException() => new([.. _kept.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)]);
}
