using System.Text.RegularExpressions;
using OneVisit.Domain;

namespace OneVisit.Conversation.Understanding;

/// <summary>Which language a text is in, when that is clear.</summary>
internal static partial class LanguageGuess
{
    /// <param name="isOpening">At the beginning one English word is enough; later an answer such as "ok" or "X" is not.</param>
    public static Language? Of(string text, bool isOpening)
    {
        var han = text.Count(c => c is >= '\u3400' and <= '\u9FFF');
        if (han >= 2) return Language.Chinese;
        if (han > 0) return null;
        text = Numbered().Replace(text, " ");
        var words = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && char.IsAsciiLetter(text[i])) i++;
            if (i - start >= 2 || (i - start == 1 && text[start] is 'i' or 'a')) words++;
        }
        return words >= (isOpening ? 1 : 2) ? Language.English : null;
    }

    // The number of a case, a material or a person: letters of no language.
    [GeneratedRegex("[A-Za-z-]*[0-9][A-Za-z0-9-]*")]
    private static partial Regex Numbered();
}
