namespace OneVisit.Conversation.Tests.Reading;

public sealed class AnswerTests
{
    public static TheoryData<string> Questions => [.. Answers.Questions];

    [Theory]
    [MemberData(nameof(Questions))]
    public void What_people_type_is_understood_as_meant(string question) => Assert.Equal(
        Answers.All.Where(answer => answer.Question == question).Select(answer => $"{answer.Typed} = {answer.Meaning}"),
        Answers.All.Where(answer => answer.Question == question).Select(answer => $"{answer.Typed} = {Answers.Read(question, answer.Typed)}"));
}
