using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Storage;

/// <summary>
/// Keys that tables and blobs accept, whatever they were made of: letters, digits and <c>- _ . :</c> stay, every other character becomes <c>~</c> and its code.
/// Different values stay different; one that would be too long becomes a digest.
/// </summary>
internal static class Keys
{
    // A table key may have 1 KB of UTF-16. Ours stay well below, so that two of them can be joined.
    private const int Longest = 250;

    public static string Of(string value)
    {
        if (value.Length > 0 && value.Length <= Longest && value.All(IsPlain))
            return value;
        var safe = new StringBuilder(value.Length + 8);
        foreach (var c in value)
        {
            if (IsPlain(c))
                safe.Append(c);
            else
                safe.Append('~').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }
        return safe.Length switch
        {
            0 => "~",
            > Longest => "~~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value))),
            _ => safe.ToString(),
        };
    }

    /// <summary>The value that a key was made of, as long as it is no digest.</summary>
    /// <exception cref="FormatException">It is no key of ours.</exception>
    public static string Read(string key)
    {
        var value = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] != '~')
                value.Append(key[i]);
            else if (i + 4 < key.Length && ushort.TryParse(key.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                (_, i) = (value.Append((char)code), i + 4);
            else
                throw new FormatException("No key.");
        }
        return value.ToString();
    }

    /// <summary>Parts joined so that they cannot be shifted against each other: the separator never occurs in a part.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var joined = new StringBuilder();
        foreach (var part in parts)
            joined.Append(joined.Length == 0 ? "" : "!").Append(Of(part));
        return joined.ToString();
    }

    /// <summary>Of what is kept by months: one key a month.</summary>
    /// <param name="day">Any day of it.</param>
    public static string OfMonth(string what, DateOnly day) => Of(what, day.ToString("yyyyMM", CultureInfo.InvariantCulture));

    /// <summary>The smallest key above every key that begins with <paramref name="prefix"/>; ours hold ASCII only.</summary>
    public static string After(string prefix) => prefix + '\u007f';

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':';
}
