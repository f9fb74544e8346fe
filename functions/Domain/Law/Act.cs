namespace OneVisit.Domain.Law;

/// <summary>A law, regulation or ministry document.</summary>
/// <param name="Title">Chinese title as people cite it.</param>
/// <param name="Status">How sure we are that the act says what it is cited for.</param>
public sealed record Act(string Title, string TitleInEnglish, SourceStatus Status = SourceStatus.Verified)
{
    /// <summary>The act as a whole.</summary>
    public LawReference AsAWhole() => new(Title, "", Status) { ActInEnglish = TitleInEnglish };

    /// <param name="number">From 1 to 9999.</param>
    public LawReference Article(int number) => new(Title, $"第{ChineseNumeral.Of(number)}条", Status)
    {
        ActInEnglish = TitleInEnglish,
        ArticleInEnglish = $"Article {number}",
    };
}
