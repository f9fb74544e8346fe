namespace OneVisit.Conversation.Tests.Support;

/// <summary>The way up to a certain point, as most residents walk it.</summary>
internal static class Journeys
{
    public const string Story = "丈夫病逝，上有老人下有两个上学的孩子，靠我当保洁的工资过不下去";
    /// <summary>For whom it is.</summary>
    public const string Myself = "给我自己（我家）";

    public const string IdNumber = "370982197001010016";

    /// <summary>What the widow of the story answers, by what is asked, in whatever order.</summary>
    public static IReadOnlyDictionary<string, string> Widow { get; } = new Dictionary<string, string>
    {
        ["Registration"] = "农村",
        ["LocalHukou"] = "是",
        ["Area"] = "农村",
        ["Members"] = "4口人",
        ["MonthlyIncome"] = "1300",
        ["Homes"] = "1套",
    };

    public static Talk Told() => new Talk().Opens().Says($"{Story}，一个月1300").Presses("对");

    /// <summary>Until this is asked.</summary>
    public static Talk At(string inquiry) => Told().Answers(Widow, until: inquiry);

    public static Talk ToReview() => new Talk().Opens().Says(Story).Presses("对").Answers(Widow);

    public static Talk ToVerdict() => ToReview().Presses("都对，看结果");

    public static Talk ToName() => ToVerdict().Says("农村低保").Presses(Myself).Presses("都能带来").Presses("知道了，同意");

    public static Talk ToSummary() => ToName().Says("李秀兰").Says(IdNumber).Says("138 0000 5678").Says("翟镇史家庄村").Presses("请代办员帮忙").Signs().Presses("没有");

    /// <summary>Signs the mandate with the code that the demonstration shows.</summary>
    public static Talk Signs(this Talk talk) => talk.Presses("发验证码，用验证码签").Says(Working.Code);
}
