namespace OneVisit.Conversation.Tests.Support;

/// <summary>The way up to a certain point, as most residents walk it.</summary>
internal static class Journeys
{
    public const string Story = "丈夫病逝，上有老人下有两个上学的孩子，靠我当保洁的工资过不下去";
    public const string IdNumber = "370982197001010016";

    public static Talk Told() => new Talk().Opens().Says($"{Story}，一个月1300").Presses("对");

    public static Talk ToVerdict(string income = "1300") => new Talk().Opens().Says(Story).Presses("对")
        .Says("是").Says("农村").Says("4口人").Says(income).Says("没有").Says("1套").Says("没有").Says("没有").Says("没有");

    public static Talk ToName() => ToVerdict().Presses("现在申请").Presses("知道了，同意");

    public static Talk ToSummary() => ToName().Says("李秀兰").Says(IdNumber).Says("138 0000 5678").Says("翟镇史家庄村").Presses("请代办员帮忙");
}
