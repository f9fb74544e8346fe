using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Domain.Audit;

/// <summary>
/// Where all journals stood one night (存证): a line in a file that can only be added to, each building on the one before. Whoever can change tables but not this file
/// cannot cut off, replace or remove a journal without it showing.
/// </summary>
/// <param name="Day">In Beijing.</param>
/// <param name="Journals">How many there were.</param>
/// <param name="Entries">How many entries in all.</param>
/// <param name="Heads">Digest of the list of all heads, see <see cref="JournalHeads"/>.</param>
/// <param name="Previous">Hash of the anchor before.</param>
/// <param name="Hash">SHA-256 in lower-case hex over all of it.</param>
public sealed record AuditAnchor(DateOnly Day, int Journals, long Entries, string Heads, string Previous, string Hash)
{
    public static string Genesis { get; } = Digest.Of("onevisit-anchors");

    public static AuditAnchor After(AuditAnchor? last, DateOnly day, int journals, long entries, string heads)
    {
        var previous = last?.Hash ?? Genesis;
        return new(day, journals, entries, heads, previous, HashOf(previous, day, journals, entries, heads));
    }

    /// <returns>Those that are not as they were written, or do not hang on the one before; none: all hold.</returns>
    public static IEnumerable<AuditAnchor> Broken(IEnumerable<AuditAnchor> anchors)
    {
        var previous = Genesis;
        foreach (var anchor in anchors)
        {
            if (anchor.Previous != previous || anchor.Hash != HashOf(previous, anchor.Day, anchor.Journals, anchor.Entries, anchor.Heads))
                yield return anchor;
            previous = anchor.Hash;
        }
    }

    private static string HashOf(string previous, DateOnly day, int journals, long entries, string heads) =>
        Digest.Of(string.Create(CultureInfo.InvariantCulture, $"{previous}\n{day:yyyy-MM-dd}\n{journals}\n{entries}\n{heads}"));
}

/// <summary>Where a journal ended.</summary>
/// <param name="Version">Sequence of its last entry.</param>
/// <param name="Hash">Of that entry.</param>
public sealed record JournalHead(int Version, string Hash);

/// <summary>The list of all heads as it is kept: a line a journal, in the order of their names.</summary>
public static class JournalHeads
{
    public static string Write(IEnumerable<KeyValuePair<string, JournalHead>> heads)
    {
        var text = new StringBuilder();
        foreach (var (journal, head) in heads.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(journal).Append(' ').Append(head.Version.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(head.Hash).Append('\n');
        return text.ToString();
    }

    /// <exception cref="FormatException">It is no such list.</exception>
    public static ImmutableDictionary<string, JournalHead> Read(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ') is [var journal, var version, var hash] ? (journal, Head: new JournalHead(int.Parse(version, CultureInfo.InvariantCulture), hash)) : throw new FormatException("No line of heads."))
        .ToImmutableDictionary(line => line.journal, line => line.Head, StringComparer.Ordinal);

    public static string DigestOf(string text) => Digest.Of(text);
}

internal static class Digest
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
