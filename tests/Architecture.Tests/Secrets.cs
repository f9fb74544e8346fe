using System.Text.RegularExpressions;

namespace OneVisit.Architecture.Tests;

/// <summary>Finds in a text what looks like a secret.</summary>
internal static partial class Secrets
{
    private static readonly (string Kind, Regex Shape)[] Shapes =
    [
        ("private key", PrivateKey()), ("token", Token()), ("key in a connection string", ConnectionKey()), ("signed address", SignedAddress()), ("key of a cloud", CloudKey()), ("password", Password()),
    ];

    /// <returns>What it looks like, and the words themselves, in order of the kinds.</returns>
    public static IEnumerable<(string Kind, string Found)> In(string text)
    {
        foreach (var (kind, shape) in Shapes)
        {
            foreach (var found in shape.Matches(text).Select(match => match.Value)) yield return (kind, found);
        }
        foreach (var found in Base64().Matches(text).Select(match => match.Value))
        {
            if (LooksRandom(found)) yield return ("base64 of a key's length", found);
        }
    }

    // Names, paths and numbers have other signs and repeat them more.
    private static bool LooksRandom(string text) =>
        text.Any(char.IsAsciiLetterUpper) && text.Any(char.IsAsciiLetterLower) && text.Any(char.IsAsciiDigit) && Bits(text) > 4.4 && text.Count(sign => sign == '/') <= text.Length / 12;

    private static double Bits(string text) => text.GroupBy(sign => sign).Sum(sign => -(double)sign.Count() / text.Length * Math.Log2((double)sign.Count() / text.Length));

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY-----")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}")]
    private static partial Regex Token();

    [GeneratedRegex("(AccountKey|SharedAccessKey|SharedSecret)=[A-Za-z0-9+/]{30,}={0,2}")]
    private static partial Regex ConnectionKey();

    [GeneratedRegex("[?&]sig=[A-Za-z0-9%+/_-]{30,}")]
    private static partial Regex SignedAddress();

    // Azure (client secret), Alibaba, Tencent, AWS, Google, GitHub, npm, Slack.
    [GeneratedRegex(@"\b[A-Za-z0-9_.~-]{3}8Q~[A-Za-z0-9_.~-]{31,}|\bLTAI[A-Za-z0-9]{12,30}\b|\bAKID[A-Za-z0-9]{32}\b|\bAKIA[0-9A-Z]{16}\b|\bAIza[A-Za-z0-9_-]{35}|\bgh[pousr]_[A-Za-z0-9]{30,}|\bnpm_[A-Za-z0-9]{30,}|\bxox[abprs]-[A-Za-z0-9-]{10,}")]
    private static partial Regex CloudKey();

    [GeneratedRegex("""(?i)\b(password|passwd|pwd|client_?secret|api_?key|access_?key)["']?\s*[:=]\s*["'][^"'\s{}$<>()]{8,}["']""")]
    private static partial Regex Password();

    // A hash that says so is public.
    [GeneratedRegex(@"(?<![A-Za-z0-9+/_-])(?!sha(256|384|512)-)[A-Za-z0-9+/_-]{43,}={0,2}(?![A-Za-z0-9+/=_-])")]
    private static partial Regex Base64();
}
