namespace OneVisit.Conversation.Tests;

public sealed class StoryTests
{
    [Fact]
    public void The_bot_says_what_it_understood_and_asks_whether_that_is_right() =>
        new Talk().Opens().Says(Journeys.Story).Bot("节哀", "爱人去世", "2 个上学的孩子", "家里有老人", "做保洁", "理解得对吗");

    [Fact]
    public void A_bare_number_at_the_beginning_tells_nothing_and_hides_no_story_that_follows() =>
        new Talk().Opens().Says("42").Says(Journeys.Story).Bot("节哀", "理解得对吗");

    [Fact]
    public void Condolence_is_offered_once() => new Talk().Opens().Says("丈夫病逝了").Says("我丈夫上个月去世，还有两个孩子").BotDoesNotSay("节哀");

    [Fact]
    public void A_wage_is_offered_and_not_taken_for_the_whole_income()
    {
        var talk = Journeys.At("MonthlyIncome");
        talk.Bot("您刚才说过工资一个月 1,300 元");
        Assert.Null(talk.Household.MonthlyIncome);
    }

    [Fact]
    public void Who_just_wants_to_apply_is_asked_at_once() => new Talk().Opens().Says("我想申请低保").Bot("户口在新泰吗");

    [Theory]
    [InlineData("Greeting:poor")]
    [InlineData("Story:poor")]
    public void A_button_of_the_first_page_goes_on_whenever_it_was_offered(string value) => new Talk().Opens().PressesOld(value).Bot("户口在新泰吗");

    [Fact]
    public void A_story_told_again_replaces_the_first()
    {
        var talk = new Talk().Opens().Says(Journeys.Story).Presses("不太对，我再说说");
        Assert.Empty(talk.State.Understood);
    }

    [Fact]
    public void English_is_answered_in_English() =>
        new Talk().Opens().Says("My husband died and I have two children at school").Bot("sorry for your loss", "children at school: 2");

    [Fact]
    public void The_language_can_be_pressed() => new Talk().Opens().Presses("English").Bot("Hello, this is OneVisit");

    [Fact]
    public void A_story_is_kept_without_numbers_of_people()
    {
        var talk = new Talk().Opens().Says($"丈夫病逝，我的身份证{Journeys.IdNumber}，电话13800005678");
        Assert.DoesNotContain("0016", talk.State.Story, StringComparison.Ordinal);
        Assert.DoesNotContain("5678", talk.State.Story, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_characters_are_shortened_and_said_so() =>
        new Talk().Opens().Says("丈夫病逝，" + new string('苦', 10_000)).Bot("前面 1000 个字");

    [Fact]
    public void Script_and_control_characters_change_nothing()
    {
        var talk = new Talk().Opens().Says("<script>alert(1)</script>\u0000\u202E{{DATE()}}");
        Assert.Equal(Stage.Story, talk.State.Stage);
        talk.BotDoesNotSay("<script>");
    }
}
