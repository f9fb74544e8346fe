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

    /// <summary>民发〔2021〕43号.</summary>
    public static Act ExtremeHardshipAsRead { get; } =
        new("特困人员认定办法", "Measures for Recognising People in Extreme Hardship", SourceStatus.Analog);

    /// <summary>国发〔2014〕47号 and 民发〔2018〕23号.</summary>
    public static Act TemporaryReliefAsRead { get; } =
        new("国发〔2014〕47号", "State Council Document [2014] No. 47 on Temporary Relief", SourceStatus.Analog);

    /// <summary>National rules in force from 2025-01-01.</summary>
    public static Act RigidSpendingAsRead { get; } =
        new("刚性支出困难家庭认定办法", "Measures for Recognising Households Burdened by Rigid Spending", SourceStatus.Analog);

    /// <summary>国发〔2015〕52号.</summary>
    public static Act DisabilitySubsidiesAsRead { get; } =
        new("国发〔2015〕52号", "State Council Document [2015] No. 52 on Disability Subsidies", SourceStatus.Analog);

    /// <summary>Shandong's regulation on the rights of the elderly.</summary>
    public static Act EldersOfShandongAsRead { get; } =
        new("山东省老年人权益保障条例", "Shandong Regulation on the Rights of the Elderly", SourceStatus.Analog);

    /// <summary>国办发〔2010〕54号.</summary>
    public static Act OrphansAsRead { get; } =
        new("国办发〔2010〕54号", "State Council Office Document [2010] No. 54 on Orphans", SourceStatus.Analog);

    /// <summary>民发〔2019〕62号.</summary>
    public static Act UnsupportedChildrenAsRead { get; } =
        new("民发〔2019〕62号", "Ministry of Civil Affairs Document [2019] No. 62 on De-facto Unsupported Children", SourceStatus.Analog);

    /// <summary>国发〔2016〕36号.</summary>
    public static Act ChildrenInNeedAsRead { get; } =
        new("国发〔2016〕36号", "State Council Document [2016] No. 36 on Children in Need", SourceStatus.Analog);

    /// <summary>国发〔1965〕224号, from memory.</summary>
    public static Act LaidOffWorkersAsRead { get; } =
        new("国发〔1965〕224号", "State Council Document [1965] No. 224 on Laid-off Workers", SourceStatus.Analog);

    /// <summary>国务院令第225号.</summary>
    public static Act FuneralsAsRead { get; } = new("殡葬管理条例", "Regulation on Funerals", SourceStatus.Analog);

    /// <summary>民发〔2022〕83号; the article is not pinned down.</summary>
    public static Act AllowanceNotice2022AsRead { get; } =
        new("民发〔2022〕83号", "Ministry of Civil Affairs Document [2022] No. 83", SourceStatus.Analog);
}
