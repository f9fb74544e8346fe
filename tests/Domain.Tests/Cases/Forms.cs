using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>Forms as a careful person fills them in.</summary>
internal static class Forms
{
    public const string Reason = "家庭人均收入高于标准";

    public static OutcomeForm Collected => new(ActNames.Collected) { Materials = ["M04", "M07"] };

    public static OutcomeForm Surveyed => new(ActNames.Surveyed) { Second = Town.Second, MonthlyIncomeFound = 1300, MembersFound = 4 };

    public static OutcomeForm Cosigned => new(ActNames.Cosigned);

    public static OutcomeForm Convened => new(ActNames.Convene) { Representatives = ["甲", "乙", "丙"] };

    public static OutcomeForm Appraised => new(ActNames.Appraised) { Present = ["甲", "乙", "丙"], Order = MeetingOrder.All, VotesFor = 3, VotesAgainst = 0, VotesAbstained = 0 };

    public static OutcomeForm Verified => new(ActNames.Verified) { Verification = "consistent" };

    public static OutcomeForm ProposeRefusal => new(ActNames.ProposeRefusal) { Reason = Reason };

    public static OutcomeForm NoticePosted => new(ActNames.NoticePosted);

    public static OutcomeForm Refuse => new(ActNames.Refuse) { Reason = Reason };

    public static OutcomeForm Return => new(ActNames.Return) { Items = ["补充收入证明"], Reason = "收入证明缺一个月" };

    public static OutcomeForm Filed => new(ActNames.Filed) { RegisterNumber = "2026-17" };

    public static OutcomeForm Propose(decimal amount = 1620) => new(ActNames.Propose) { Amount = amount };

    public static OutcomeForm Approve(decimal amount = 1620) => new(ActNames.Approve) { Amount = amount };
}
