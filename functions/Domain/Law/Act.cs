namespace OneVisit.Domain.Law;

/// <summary>A law, regulation or ministry document.</summary>
/// <param name="Title">Chinese title as people cite it.</param>
/// <param name="Status">How sure we are that the act says what it is cited for.</param>
public sealed record Act(string Title, string TitleInEnglish, SourceStatus Status = SourceStatus.Verified)
{
    /// <summary>The act as a whole.</summary>
    public LawReference AsAWhole() => new(Title, "", Status) { ActInEnglish = TitleInEnglish };

    /// <param name="number">From 1 to 999.</param>
    public LawReference Article(int number) => new(Title, $"第{ChineseNumeral.Of(number)}条", Status)
    {
        ActInEnglish = TitleInEnglish,
        ArticleInEnglish = $"Article {number}",
    };
}

/// <summary>The acts that rules in this assembly cite.</summary>
public static class Acts
{
    /// <summary>国务院令第649号.</summary>
    public static Act SocialAssistance { get; } = new("社会救助暂行办法", "Interim Measures for Social Assistance");

    /// <summary>国务院令第649号, where our reading goes beyond its words.</summary>
    public static Act SocialAssistanceAsRead { get; } = SocialAssistance with { Status = SourceStatus.Analog };

    /// <summary>民发〔2021〕57号; its local limits are taken over from comparable places.</summary>
    public static Act AllowanceReviewAsRead { get; } =
        new("最低生活保障审核确认办法", "Measures for Review and Confirmation of the Subsistence Allowance", SourceStatus.Analog);

    /// <summary>民发〔2022〕83号; the article is not pinned down.</summary>
    public static Act AllowanceNotice2022AsRead { get; } =
        new("民发〔2022〕83号", "Ministry of Civil Affairs Document [2022] No. 83", SourceStatus.Analog);
}
