using System.Text;

namespace OneVisit.Conversation.Words;

/// <summary>Puts what a person wrote into our Markdown so that it stays text.</summary>
internal static class Markdown
{
    private const string Special = "\\`*_{}[]()#+-!|~$";

    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var safe = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c == '<') safe.Append("&lt;");
            else if (c == '>') safe.Append("&gt;");
            else if (c == '&') safe.Append("&amp;");
            else if (Special.Contains(c)) safe.Append('\\').Append(c);
            else if (char.IsControl(c)) safe.Append(' ');
            else if (TurnsDirection(c)) continue;
            else safe.Append(c);
        }
        return safe.ToString();
    }

    // It would make the rest of a line read backwards: a name, a sum or an address could show as another.
    private static bool TurnsDirection(char c) => c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
