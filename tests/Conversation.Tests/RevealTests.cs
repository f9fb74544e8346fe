using System.Text.Json.Nodes;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Tests;

/// <summary>Values in full for staff, and who looked for the household.</summary>
public sealed class RevealTests
{
    private static readonly TaskView Task = new(
        Working.CaseId, "verify-r1", "verify", 1, "D1.2", "township-officer", "township/370982103", "张*", null, "史家庄村", 4, new(2026, 11, 24), new(2026, 12, 1), "green",
        [], null, [], null, null, null, [], [], [], [ActNames.Verified], null, null, null, 7) { Masked = [RevealedValues.Name, RevealedValues.IdNumber, RevealedValues.Phone] };

    [Fact]
    public void A_card_offers_to_ask_for_what_is_masked_with_a_reason()
    {
        var card = TaskCard.Of(Phrasebook.Chinese, Task).ToJsonString(Wire.Json);

        Assert.All(["看完整信息", "身份证号", "联系当事人", "具体说一句"], words => Assert.Contains(words, card, StringComparison.Ordinal));
        Assert.DoesNotContain("看完整信息", TaskCard.Of(Phrasebook.Chinese, Task with { Masked = null }).ToJsonString(Wire.Json), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_asked_for_is_sent_with_its_reason() =>
        Assert.Equal(new Effect.Reveal(Working.CaseId, "id-number", "register", "到车管所核对名下车辆"), Post(("revealWhat", "id-number"), ("revealReason", "register"), ("revealWords", " 到车管所核对名下车辆 ")).Effect);

    [Fact]
    public void Without_a_reason_nothing_is_asked_for() => Assert.All(
        [Post(("revealWhat", "id-number"), ("revealReason", "register")), Post(("revealWhat", "id-number"), ("revealWords", "到车管所核对")), Post(("revealWhat", "story"), ("revealReason", "register"), ("revealWords", "到车管所核对"))],
        step => Assert.True(step.Effect is null && !step.Says.IsEmpty));

    [Fact]
    public void The_value_is_told_once_with_the_word_that_it_was_noted()
    {
        var step = new StaffDesk().Next(new(), new Heard.EffectAnswered(new Effect.Reveal(Working.CaseId, "phone", "contact", "电话打不通要核对"), new EffectResult.Revealed(new("phone", "13800005678"))));

        var told = Assert.IsType<Say.Words>(Assert.Single(step.Says)).Text;
        Assert.Contains("13800005678", told, StringComparison.Ordinal);
        Assert.Contains("记在这件里", told, StringComparison.Ordinal);
        Assert.DoesNotContain("13800005678", step.State.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_household_sees_who_looked_and_that_nobody_did()
    {
        var looked = CaseCard.Shown(Phrasebook.Chinese, Working.View with { Looks = [new(new(2026, 11, 24), "翟镇便民服务点（乡镇经办人）", "完整身份证号", "到登记机关或银行核查：核对车辆")] });
        var nobody = CaseCard.Shown(Phrasebook.English, Working.View with { Looks = [] });

        Assert.Contains("翟镇便民服务点（乡镇经办人）看了完整身份证号", looked.Content.ToJsonString(Wire.Json), StringComparison.Ordinal);
        Assert.Contains("Nobody has looked", nobody.Content.ToJsonString(Wire.Json), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("谁看过我的信息")]
    [InlineData("谁看了我的身份证")]
    [InlineData("who has looked at my data?")]
    public void Who_looked_is_asked_in_words(string typed) =>
        Assert.Contains(Journeys.ToSummary().Presses("提交申请").Says(typed).Effects, effect => effect is Effect.ListMyCases);

    private static Step<StaffState> Post(params (string Name, string Value)[] fields) => new StaffDesk().Next(new(), new Heard.Posted(
        new Dictionary<string, string>(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(new("act", "reveal")).Append(new("caseId", Working.CaseId)).Append(new("taskId", "verify-r1")))));
}
