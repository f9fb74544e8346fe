using OneVisit.Contracts;
using OneVisit.Conversation.Tests.Support;

namespace OneVisit.Conversation.Tests;

/// <summary>Who wants everything that is kept of them, or wants it gone, says so in their own words.</summary>
public sealed class MyDataTests
{
    private static readonly KeptCaseView Kept = new("XT261124-1A2B3C", "农村低保", new DateOnly(2036, 11, 24), "按档案保管规定要保管 10 年，到 2036 年 11 月 24 日（周一）删除。");

    [Theory]
    [InlineData("我的全部资料")]
    [InlineData("下载我的全部资料")]
    [InlineData("查看我的个人信息", false)]
    [InlineData("download all my data")]
    [InlineData("my data")]
    public void Everything_is_given_by_a_link_that_the_resident_opens(string wish, bool all = true)
    {
        var talk = new Talk().Opens().Says(wish);

        Assert.Equal(all, talk.Last.Contains("onevisit-form:export/draft/export", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("删除我的资料")]
    [InlineData("请删除我的全部信息")]
    [InlineData("delete my data")]
    public void Before_anything_is_erased_it_is_asked(string wish) => Assert.Empty(new Talk().Opens().Says(wish).Effects);

    [Fact]
    public void What_was_begun_is_gone_and_what_is_kept_is_told_with_its_day()
    {
        var talk = Journeys.ToSummary();
        var submission = talk.State.SubmissionId;
        talk.BackOffice = effect => effect is Effect.EraseMine ? new EffectResult.ErasedMine(new ErasureAnswer(2, [Kept])) : Working.Answer(effect);

        talk.Says("删除我的资料").Presses("删除").Bot(Kept.CaseId, "2036 年 11 月 24 日");

        Assert.Equal(submission, Assert.Single(talk.Effects.OfType<Effect.EraseMine>()).SubmissionId);
        Assert.Null(talk.State.Draft.Name);
        Assert.Null(talk.State.Draft.IdNumber);
        Assert.Null(talk.State.Story);
    }

    [Fact]
    public void What_is_gone_with_its_time_and_what_is_kept_beside_is_told()
    {
        var talk = new Talk().Opens();
        talk.BackOffice = effect => effect is Effect.EraseMine
            ? new EffectResult.ErasedMine(new ErasureAnswer(0, [], [new("XT161124-1A2B3C", "临时救助")], [new("向其他部门查询的记录", "3 年", "个人信息保护法第五十六条")]))
            : Working.Answer(effect);

        talk.Says("删除我的资料").Presses("删除").Bot("保管期限到了，已经删掉", "XT161124-1A2B3C 临时救助", "向其他部门查询的记录：3 年（个人信息保护法第五十六条）");
    }

    [Fact]
    public void Who_thinks_better_of_it_loses_nothing()
    {
        var talk = Journeys.ToSummary();
        var name = talk.State.Draft.Name;

        talk.Says("删除我的资料").Presses("先不用");

        Assert.Empty(talk.Effects.OfType<Effect.EraseMine>());
        Assert.Equal(name, talk.State.Draft.Name);
    }

    [Theory]
    [InlineData("wrong-person", "有误")]
    [InlineData("endangered", "不再公示")]
    public void A_household_hears_that_its_notice_was_taken_down(string cause, string words) =>
        new Talk().Opens().IsTold(NoticeKinds.PublicNoticeTakenDown, ("cause", cause)).Bot(words);
}
