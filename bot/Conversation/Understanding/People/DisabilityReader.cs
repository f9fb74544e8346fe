namespace OneVisit.Conversation.Understanding.People;

/// <summary>A disability as told, by the kinds of the certificate (GB/T 26341).</summary>
/// <param name="Kind">As on the wire, for example <c>mental</c>; <c>null</c>: not told.</param>
/// <param name="Low">The gravest grade it may be, 1 to 4; <c>null</c>: no grade was told.</param>
/// <param name="High">The mildest grade it may be.</param>
/// <param name="Certified"><c>false</c>: there is no certificate, whatever there is.</param>
internal sealed record ToldDisability(string? Kind, int? Low, int? High, bool? Certified);

/// <summary>Reads kind and grade of a disability: 「精神二级」「腿脚残疾证二级」「二级残疾」.</summary>
internal static class DisabilityReader
{
    /// <param name="text">Comparable.</param>
    /// <returns><c>null</c> when the text tells of none.</returns>
    public static ToldDisability? Read(string text, bool asked = true)
    {
        var grade = GradeIn(text, asked);
        if (grade is null && PeopleWords.NoCertificate.IsMatch(text)) return new ToldDisability(KindIn(text), null, null, false);
        if (grade is null && asked && AnswerReader.YesNo(text) == false && !PeopleWords.Kinds.Any(kind => kind.Pattern.IsMatch(text))) return new ToldDisability(null, null, null, false);
        var kind = KindIn(text);
        // In passing, a bad leg is no certificate and a grade at school no disability.
        if (!PeopleWords.Disabled.IsMatch(text) && !(asked ? kind is not null || grade is not null : kind is not null && grade is not null)) return null;
        var (low, high) = grade is { } told ? (told, told) : PeopleWords.Severe.IsMatch(text) ? (1, 2) : PeopleWords.Mild.IsMatch(text) ? (3, 4) : ((int?)null, (int?)null);
        return new ToldDisability(kind, low, high, grade is not null ? true : null);
    }

    private static string? KindIn(string text) => PeopleWords.Kinds.FirstOrDefault(kind => kind.Pattern.IsMatch(text)).Code;

    private static int? GradeIn(string text, bool asked)
    {
        var match = PeopleWords.Grade.Match(text);
        if (!match.Success && asked) match = PeopleWords.GradeAlone.Match(text);
        if (!match.Success) return null;
        var written = match.Groups["g"].Value;
        if (PeopleWords.Grades.TryGetValue(written, out var grade)) return (int)grade;
        return NumberReader.Find(written) is [{ Low: >= 1 and <= 4 } number] ? (int)number.Low : null;
    }
}
