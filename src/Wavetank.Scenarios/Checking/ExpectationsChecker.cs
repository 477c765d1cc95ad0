using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;

namespace Wavetank.Scenarios.Checking;

/// <summary>Checks <c>expect</c>.</summary>
internal sealed class ExpectationsChecker(SubjectResolver subjects, Problems problems)
{
    private readonly List<Expectation> _expectations = [];

    internal IReadOnlyList<Expectation> Check(MappingElement root)
    {
        string path = ScenarioKeys.Expect.Name;
        switch (OptionReader.Section(root, ScenarioKeys.Expect))
        {
            case null:
                break;
            case SequenceElement { Items.Count: > CheckingLimits.MaxExpectations } sequence:
                problems.Add(sequence.Place, path, $"has {sequence.Items.Count} expectations; at most {CheckingLimits.MaxExpectations}");
                break;
            case SequenceElement sequence:
                for (int i = 0; i < sequence.Items.Count; i++)
                    CheckOne(sequence.Items[i], ElementPath.Item(path, i));
                break;
            case var other:
                problems.Add(other.Place, path, $"takes a list such as - client.errors == 0, not {other.Description}");
                break;
        }

        return _expectations;
    }

    private void CheckOne(Element element, string path)
    {
        if (element is not ScalarElement scalar || scalar.IsNothing)
        {
            problems.Add(element.Place, path, $"takes a comparison such as client.errors == 0, not {element.Description}");
            return;
        }

        if (!ExpectationText.TryParse(scalar.Text, out ExpectationText? text, out string? problem)
            || subjects.Resolve(text!, out problem) is not { } figure)
        {
            // No message: the subject is in doubt because of a problem that is already reported elsewhere.
            if (problem is not null)
                problems.Add(scalar.Place, path, problem);
            return;
        }

        if (!MetricValue.TryParse(text!.Value, figure.Metric.Unit, out decimal value, out problem))
            problems.Add(scalar.Place, path, $"after {text.OperatorText}: {problem}");
        else
            _expectations.Add(new Expectation(scalar.Text.Trim(), figure.Subject, figure.Metric, figure.Statistic, text.Comparison, value));
    }
}
