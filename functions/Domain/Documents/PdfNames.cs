using System.Buffers;
using System.Globalization;

namespace OneVisit.Domain.Documents;

/// <summary>
/// The names (<c>/Name</c>) in a stretch of a PDF, with <c>#41</c> for <c>A</c> undone. Text and packed bytes are walked through as well: a name of six letters that fell so by
/// chance would take more bytes than a file may have.
/// </summary>
internal ref struct PdfNames(ReadOnlySpan<byte> content)
{
    // Of what is looked for, with every letter written as a number.
    private const int Longest = 3 * 16;

    private static readonly SearchValues<byte> Ends = SearchValues.Create([.. Enumerable.Range(0, ' ' + 1).Select(letter => (byte)letter), .. "/<>[](){}%"u8]);

    private readonly ReadOnlySpan<byte> content = content;
    private int at;

    public PdfName Current { get; private set; }

    public static DocumentProblem? ProblemIn(ReadOnlySpan<byte> content)
    {
        foreach (var name in new PdfNames(content))
        {
            if (name.Is("Encrypt"u8))
                return DocumentProblem.PdfLocked;
            if (name.Is("Movie"u8) || name.Is("Sound"u8) || name.Is("Thread"u8) || name.Is("FFilter"u8) || (name.Is("AA"u8) && name.IsFollowedByObject) || (name.Is("OpenAction"u8) && name.OpensAddress(content)))
                return DocumentProblem.PdfProgram;
            if (name.Is("JavaScript"u8) || name.Is("Launch"u8) || name.Is("XFA"u8) || name.Is("SubmitForm"u8) || name.Is("ImportData"u8) || name.Is("Rendition"u8) || name.Is("GoToE"u8)
                || name.Is("GoToR"u8))
                return DocumentProblem.PdfProgram;
            if (name.Is("EmbeddedFile"u8) || name.Is("EmbeddedFiles"u8) || name.Is("RichMedia"u8) || name.Is("Filespec"u8))
                return DocumentProblem.PdfAttachment;
        }
        return null;
    }

    public readonly PdfNames GetEnumerator() => this;

    public bool MoveNext()
    {
        if (content[at..].IndexOf((byte)'/') is not (>= 0 and var found))
            return false;
        at += found + 1;
        var length = content[at..].IndexOfAny(Ends);
        if (length < 0)
            length = content.Length - at;
        var letters = content.Slice(at, Math.Min(length, Longest));
        at += length;
        Current = new PdfName(letters.Contains((byte)'#') ? Undone(letters) : letters, content[at..]);
        return true;
    }

    private static ReadOnlySpan<byte> Undone(ReadOnlySpan<byte> letters)
    {
        List<byte> undone = [];
        for (var letter = 0; letter < letters.Length; letter++)
        {
            if (letters[letter] == '#' && letter + 2 < letters.Length && char.IsAsciiHexDigit((char)letters[letter + 1]) && char.IsAsciiHexDigit((char)letters[letter + 2]))
            {
                undone.Add((byte)((Digit(letters[letter + 1]) << 4) | Digit(letters[letter + 2])));
                letter += 2;
            }
            else
            {
                undone.Add(letters[letter]);
            }
        }
        return undone.ToArray();
    }

    private static int Digit(byte letter) => letter <= (byte)'9' ? letter - '0' : (letter | 0x20) - 'a' + 10;
}

/// <summary>A name, and what comes behind it.</summary>
internal readonly ref struct PdfName(ReadOnlySpan<byte> letters, ReadOnlySpan<byte> behind)
{
    private readonly ReadOnlySpan<byte> letters = letters;
    private readonly ReadOnlySpan<byte> behind = behind;

    private static ReadOnlySpan<byte> Space => " \t\r\n\f\0"u8;

    /// <summary>Bytes that come behind it.</summary>
    public int Left => behind.Length;

    /// <summary>What it names stands in an object of its own, or in none: a list holds numbers of objects at its beginning or between its brackets.</summary>
    public bool IsElsewhere => behind.TrimStart(" \t\r\n\f\0["u8) is [>= (byte)'0' and <= (byte)'9', ..];

    public bool Is(ReadOnlySpan<byte> name) => letters.SequenceEqual(name);

    /// <summary>A dictionary follows, or the number of an object: two letters alone are found in any picture.</summary>
    public bool IsFollowedByObject => IsElsewhere || behind.TrimStart(Space).StartsWith("<<"u8);

    /// <summary>A text follows, or a dictionary that describes a file.</summary>
    public bool IsFollowedByFile => behind.TrimStart(Space) is [(byte)'(' or (byte)'<', ..];

    /// <summary>What it names, here or in an object of its own, goes to an address.</summary>
    public bool OpensAddress(ReadOnlySpan<byte> content)
    {
        var rest = behind.TrimStart(Space);
        if (rest is not [>= (byte)'0' and <= (byte)'9', ..])
            return rest.StartsWith("<<"u8) && HasAddress(rest);
        Span<byte> number = stackalloc byte[16];
        _ = NumberAfter().TryFormat(number, out var length, provider: CultureInfo.InvariantCulture);
        while (content.IndexOf(number[..length]) is >= 0 and var found)
        {
            content = content[(found + length)..];
            var generation = content.TrimStart(Space);
            if (generation is [>= (byte)'0' and <= (byte)'9', ..] && generation.TrimStart("0123456789"u8).TrimStart(Space).StartsWith("obj"u8) && HasAddress(generation))
                return true;
        }
        return false;
    }

    private static bool HasAddress(ReadOnlySpan<byte> from)
    {
        var end = from.IndexOf("endobj"u8);
        foreach (var name in new PdfNames(end < 0 ? from : from[..end]))
        {
            if (name.Is("URI"u8))
                return true;
        }
        return false;
    }

    /// <summary>The number that follows, at most nine digits; 0: none does.</summary>
    public long NumberAfter()
    {
        var rest = behind.TrimStart(" \r\n\t"u8);
        long number = 0;
        for (var digit = 0; digit < rest.Length && digit < 9 && rest[digit] is >= (byte)'0' and <= (byte)'9'; digit++)
            number = (number * 10) + rest[digit] - '0';
        return number;
    }
}
