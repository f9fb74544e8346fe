using System.Buffers.Text;
using System.Collections.Immutable;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Law;
using OneVisit.Papers.Forms;

namespace OneVisit.Papers.Issued;

/// <summary>What every paper of the office says of itself: who issues it, its number, its seal, and how it is checked.</summary>
public sealed record OfficeMarks
{
    /// <summary>Whoever reads it reads this language; the paper itself is Chinese, English stands beneath.</summary>
    public required Language Reader { get; init; }

    /// <summary>Number of the paper, for example <c>新民确〔2026〕H8K2QD-1号</c>.</summary>
    public required string Number { get; init; }

    public required string CaseId { get; init; }

    /// <summary>When it is issued. It counts as printed then, so that the same paper printed again is the same bytes.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>In whose name, for example the bureau; 行政许可法 §24: a delegate acts in the name of who delegated.</summary>
    public required Text Issuer { get; init; }

    /// <summary>The point that the seal belongs to; <c>null</c>: the bureau itself.</summary>
    public Text? Point { get; init; }

    /// <summary>Who signs, with their post.</summary>
    public ImmutableArray<Text> Signers { get; init; } = [];

    public required string SealNumber { get; init; }

    /// <summary>The code by which anybody checks it, as it is written.</summary>
    public required string CheckCode { get; init; }

    /// <summary>The page that confirms it; <c>null</c>: not known here, the code alone has to do.</summary>
    public string? CheckAddress { get; init; }

    public ImmutableArray<LawReference> Laws { get; init; } = [];
}

/// <summary>A paper that the office issues, ready to print.</summary>
/// <param name="Fingerprint">Base64url of SHA-256 of all its Chinese words; the end of it stands beside the code.</param>
public sealed record OfficePaper(Text Title, Paper Paper, string Fingerprint)
{
    /// <summary>So many characters of a fingerprint people compare.</summary>
    public const int Compared = 8;

    /// <summary>Any paper of the office: its title and number, what it says, and the closing with seal and code.</summary>
    /// <param name="title">Large, for example 受理通知书.</param>
    /// <param name="blocks">What it says, without title, number and closing.</param>
    public static OfficePaper Of(Text title, OfficeMarks marks, params ImmutableArray<Block> blocks)
    {
        var words = new IssuedWords(marks.Reader);
        ImmutableArray<Block> said = [new Block.Centred(words.Of("number", IssuedWords.Same(marks.Number))), .. blocks];
        var fingerprint = PaperText.FingerprintOf($"{marks.CaseId}\n{title.Zh}\n", said);
        return new(title, new Paper(Head(title, marks, words), [.. said, Closing(marks, fingerprint, words)]), fingerprint);
    }

    /// <summary>The part of a fingerprint that stands on the paper, in figures and letters that nobody mistakes for each other.</summary>
    public static string Short(string fingerprint) => Convert.ToHexString(Base64Url.DecodeFromChars(fingerprint))[^Compared..];

    /// <summary>Never prints what stands on it.</summary>
    public override string ToString() => $"{nameof(OfficePaper)} {Title.En}";

    private static PaperHead Head(Text title, OfficeMarks marks, IssuedWords words) => new(
        words.Of(title), marks.Issuer.Zh, FormShelf.Word("case").Zh.Replace("{case}", marks.CaseId, StringComparison.Ordinal), FormShelf.Word("page-of").Zh, "zh-CN", marks.At)
    {
        Foot = [.. Foot(marks, words).SelectMany(line => words.InEnglish ? [line.Zh, line.En] : new[] { line.Zh })],
        MissingNote = FormShelf.Word("missing").In(marks.Reader),
    };

    private static IEnumerable<Text> Foot(OfficeMarks marks, IssuedWords words)
    {
        if (marks.Laws.Distinct().ToArray() is { Length: > 0 } laws)
            yield return IssuedWords.Text("laws", IssuedWords.Joined(laws.Select(FormFill.Named)));
        yield return IssuedWords.Text("demo");
        if (words.InEnglish)
            yield return IssuedWords.Text("binding");
    }

    private static Block.Closing Closing(OfficeMarks marks, string fingerprint, IssuedWords words) => new(
        [
            words.Of(marks.Issuer),
            .. marks.Signers.Select(words.Of),
        ],
        words.Of(new Text(ChineseFigures.Day(BeijingTime.DayOf(marks.At)), FormWords.Day(BeijingTime.DayOf(marks.At)).En)),
        new OfficeSeal(
            marks.Issuer.Zh + marks.Point?.Zh, IssuedWords.Text(marks.Point is null ? "seal-bureau" : "seal-point").Zh, IssuedWords.Text("seal-demo").Zh, marks.SealNumber),
        new CheckMark(marks.CheckAddress ?? marks.CheckCode,
        [
            words.Of("check-how"),
            words.Of("check-code", IssuedWords.Same(marks.CheckCode)),
            words.Of("check-content", IssuedWords.Same(Short(fingerprint))),
        ]));
}
