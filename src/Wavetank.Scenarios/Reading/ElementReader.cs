using Wavetank.Scenarios.Words;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Wavetank.Scenarios.Reading;

/// <summary>Reads YAML text into elements, within <see cref="ReadingLimits"/>.</summary>
/// <remarks>
/// Not all of YAML: anchors, aliases, merge keys, tags and further documents are refused. Scenarios do not need them, and
/// without them no text can grow when it is read.
/// </remarks>
internal sealed class ElementReader
{
    private readonly YamlEvents _events;
    private readonly Problems _problems;
    private int _elements;

    private ElementReader(string text, Problems problems)
    {
        _events = new YamlEvents(text, problems);
        _problems = problems;
    }

    /// <summary>Reads the one document of the text.</summary>
    /// <exception cref="ScenarioException">The text is not YAML, has no document or breaks a limit.</exception>
    internal static Element Read(string text, Problems problems) => new ElementReader(text, problems).ReadDocument();

    private Element ReadDocument()
    {
        _events.Next();
        if (_events.Next() is not DocumentStart)
            throw Fatal(default, "", "is empty; a scenario needs at least devices and applications");

        Element root = ReadElement(_events.Next(), "", depth: 0);
        _events.Next();
        ParsingEvent end = _events.Next();
        if (end is not StreamEnd)
            throw Fatal(YamlEvents.PlaceOf(end), "", "a second document begins here; a scenario file holds one");
        return root;
    }

    private Element ReadElement(ParsingEvent current, string path, int depth)
    {
        Place place = YamlEvents.PlaceOf(current);
        Refuse(current, place, path);
        if (++_elements > ReadingLimits.MaxElements)
            throw Fatal(place, path, $"the file has more than {ReadingLimits.MaxElements} values");
        if (depth > ReadingLimits.MaxDepth)
            throw Fatal(place, path, $"values are nested more than {ReadingLimits.MaxDepth} deep");

        return current switch
        {
            Scalar scalar => new ScalarElement(place, scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => ReadSequence(place, path, depth),
            _ => ReadMapping(place, path, depth),
        };
    }

    private SequenceElement ReadSequence(Place place, string path, int depth)
    {
        var sequence = new SequenceElement(place);
        while (_events.Next() is var current and not SequenceEnd)
            sequence.Items.Add(ReadElement(current, ElementPath.Item(path, sequence.Items.Count), depth + 1));
        return sequence;
    }

    private MappingElement ReadMapping(Place place, string path, int depth)
    {
        var mapping = new MappingElement(place);
        while (_events.Next() is var current and not MappingEnd)
        {
            Place keyPlace = YamlEvents.PlaceOf(current);
            Refuse(current, keyPlace, path);
            if (current is not Scalar key)
                throw Fatal(keyPlace, path, "a key is a word, not a list or a mapping");
            if (key.Value == "<<")
                throw Fatal(keyPlace, path, "merge keys (<<) are not understood; write the values out");

            string keyPath = ElementPath.Key(path, key.Value);
            Element value = ReadElement(_events.Next(), keyPath, depth + 1);
            if (mapping.Find(key.Value) is { } first)
            {
                _problems.Add(keyPlace, keyPath,
                    $"the key {Quoted.Text(key.Value)} is here twice; the first is at line {first.KeyPlace.Line}, column {first.KeyPlace.Column}");
            }
            else
                mapping.Set(new MappingEntry(key.Value, keyPlace, value));
        }

        return mapping;
    }

    private void Refuse(ParsingEvent current, Place place, string path)
    {
        if (current is AnchorAlias || current is NodeEvent { Anchor.IsEmpty: false })
            throw Fatal(place, path, "anchors (&name) and aliases (*name) are not understood; write the value out");
        if (current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
            throw Fatal(place, path, "tags (!name) are not understood; write the plain value");
    }

    private ScenarioException Fatal(Place place, string path, string message)
    {
        _problems.Add(place, path, message);
        return _problems.ToException();
    }
}
