namespace Wavetank.Links.Rules;

/// <summary>A word, a text in quotes or a sign of an expression.</summary>
/// <param name="Text">The word, the text without quotes, or the sign; empty for the end.</param>
/// <param name="Column">Where it begins, from 1.</param>
/// <param name="IsText">Whether it stood in quotes.</param>
internal readonly record struct FilterToken(string Text, int Column, bool IsText = false)
{
    public bool IsEnd => Text.Length == 0 && !IsText;

    /// <summary>The token in words for a message.</summary>
    public string Description => IsEnd ? "the end" : $"\"{BoundedFile.Shorten(Text)}\"";

    public bool Is(string word) => !IsText && Text == word;
}
