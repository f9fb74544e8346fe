using CsCheck;

namespace OneVisit.Conversation.Tests.Reading;

/// <summary>Any text gives an answer or is not understood; nothing is thrown, a pattern that ran out of its time included.</summary>
public sealed class FuzzTests
{
    private const int Longest = 2_000;

    private static readonly string[] Pieces =
    [
        .. Answers.All.Select(answer => answer.Typed), "一二三四五六七八九十百千万", "年月日岁", "99999999999999999999", "闰", "初", "属", "0", "２", "，", "。", " ", "\n", "\u0000", "\u202e", "😀", "\ud800", "of ", "and ", "a ",
        "判了", "零", "〇〇", "1/1/1", "31/2/1999", "1900-13-45", "民国", "虚岁", "今年", "半", "把", "几", ".", ",", "-", "'", "(", "除了", "前", "后", "到",
    ];

    private static readonly Gen<string> Spoken = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(pieces => Cut(string.Concat(pieces)));
    private static readonly Gen<string> Any = Gen.String[Gen.Char, 0, Longest];
    private static readonly Gen<string> Same = Gen.Select(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), Gen.Int[1, Longest]).Select((piece, times) => Cut(string.Concat(Enumerable.Repeat(piece, 1 + (Longest / Math.Max(1, piece.Length)))))[..Math.Min(times, Longest)]);

    public static TheoryData<string> Questions => [.. Answers.Questions];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Any_text_is_answered_or_not_understood(string question) =>
        Gen.OneOf(Spoken, Any, Same).Sample(text => Answers.Read(question, text).Length > 0, iter: 400);

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest];
}
