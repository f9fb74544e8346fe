using System.Collections.Immutable;

namespace OneVisit.Conversation.Tests;

/// <summary>A household lost its number: the desk enters another, for who has seen the ID card.</summary>
public sealed class StaffPhoneTests
{
    private static readonly ImmutableDictionary<string, string> Whole = ImmutableDictionary<string, string>.Empty
        .Add("act", "replace-phone").Add("caseId", Working.CaseId).Add("newPhone", "139 0000 2222").Add("cardSeen", "yes").Add("reason", "原来的手机号停用了");

    [Fact]
    public void Who_looks_at_a_case_may_change_its_number_on_a_card()
    {
        var shown = Answered(new Effect.ShowCase(Working.CaseId), new EffectResult.Shown(Working.View));
        var offer = shown.Says.OfType<Say.Words>().Single().Choices.Single(choice => choice.Title == "改登记手机号");

        var card = new StaffDesk().Next(new(), new Heard.Picked(offer.Value)).Says.OfType<Say.Card>().Single().Content.ToJsonString(Wire.Json);

        Assert.Contains("当面看过本人的身份证", card, StringComparison.Ordinal);
        Assert.Contains(Working.CaseId, card, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_entered_goes_to_the_back_office()
    {
        var wish = Assert.IsType<Effect.ReplacePhone>(Posted(Whole).Effect);

        Assert.Equal((Working.CaseId, new ReplacePhone("13900002222", true, "原来的手机号停用了")), (wish.CaseId, wish.Wish));
    }

    [Theory]
    [InlineData("cardSeen", "")]
    [InlineData("newPhone", "12345")]
    [InlineData("reason", " ")]
    public void What_is_missing_is_asked_for(string field, string value) => Assert.Null(Posted(Whole.SetItem(field, value)).Effect);

    [Fact]
    public void What_was_changed_is_said_with_the_number_masked() => Assert.Contains(
        "139****2222", Answered(new Effect.ReplacePhone(Working.CaseId, new ReplacePhone("13900002222", true, "停用了")), new EffectResult.PhoneReplaced(new PhoneNowOnRecord("139****2222", 2)))
            .Says.OfType<Say.Words>().Single().Text.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);

    private static Step<StaffState> Posted(ImmutableDictionary<string, string> fields) => new StaffDesk().Next(new(), new Heard.Posted(fields));

    private static Step<StaffState> Answered(Effect effect, EffectResult result) => new StaffDesk().Next(new(), new Heard.EffectAnswered(effect, result));
}
