namespace OneVisit.Conversation.Tests;

/// <summary>What cannot wait, and what somebody else does.</summary>
public sealed class UrgentTests
{
    [Theory]
    [InlineData("着火了！", "119")]
    [InlineData("老公拿刀要砍我", "110")]
    [InlineData("我爸晕倒了，叫不醒", "120")]
    [InlineData("我不想活了", "12356")]
    [InlineData("help, my house is on fire", "Get out first")]
    [InlineData("I want to kill myself", "Please do not carry it alone")]
    public void An_emergency_is_answered_before_anything_else(string said, string answer)
    {
        var talk = new Talk().Opens().Says(said).Bot(answer);

        Assert.Empty(talk.Choices);
    }

    [Fact]
    public void It_is_answered_in_the_middle_of_the_questions_and_nothing_is_lost()
    {
        var talk = Journeys.Told().Says("是");
        var (stage, asking, answers) = (talk.State.Stage, talk.State.Inquiry, talk.State.Answers.Length);

        talk.Says("低保批不下来我就不想活了").Bot("12356");

        Assert.Equal((stage, asking, answers, 0), (talk.State.Stage, talk.State.Inquiry, talk.State.Answers.Length, talk.State.Misses));
    }

    [Fact]
    public void It_is_answered_in_the_language_it_is_said_in() => Journeys.Told().Says("是").Says("help, my house is on fire").Bot("Fire brigade");

    [Theory]
    [InlineData("家里着火烧没了，想申请救助")]
    [InlineData("丈夫病逝，上有老人下有两个上学的孩子，靠我当保洁的工资过不下去")]
    [InlineData("穷得活不下去了，想申请低保")]
    public void Hardship_that_is_told_is_no_emergency(string said) => new Talk().Opens().Says(said).BotDoesNotSay("12356").BotDoesNotSay("119");

    [Theory]
    [InlineData("公积金怎么提取", "12329")]
    [InlineData("养老金什么时候发", "12333")]
    [InlineData("I need to renew my driving licence", "122")]
    public void What_the_bureau_does_not_do_is_said_with_who_does(string said, string phone) => new Talk().Opens().Says(said).Bot(phone);

    [Fact]
    public void A_service_asked_for_by_its_everyday_name_is_named_and_its_questions_follow() =>
        new Talk().Opens().Says("高龄津贴怎么领").Bot("高龄津贴", "年满八十的老人", "小问题");

    [Theory]
    [InlineData("我想申请低保")]
    [InlineData("农村低保咋办")]
    public void What_is_offered_goes_on_to_the_questions(string said) => new Talk().Opens().Says(said).Bot("户口在新泰吗");
}
