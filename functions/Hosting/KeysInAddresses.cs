using System.Text.RegularExpressions;

namespace OneVisit.Hosting;

/// <summary>What in an address opens something by itself: the sealed part of a link to a form or a paper, a token in a query. Whoever reads it in a log could open it, too.</summary>
public static partial class KeysInAddresses
{
    public const string Mark = "***";

    /// <summary>The text without them. A number of ours, a date or a name of a case is never so long.</summary>
    public static string Masked(string text) => InQuery().Replace(Sealed().Replace(text, Mark), Mark);

    // A part of an address, or of a token in it, of 40 letters and more; the longest number of ours has 36.
    [GeneratedRegex("(?<=[/=.])[A-Za-z0-9_-]{40,}")]
    private static partial Regex Sealed();

    [GeneratedRegex(@"(?<=[?&](?:code|t|token|state)=)[^&\s""]+", RegexOptions.IgnoreCase)]
    private static partial Regex InQuery();
}
