using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Conversation.Understanding;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Interview;
using static OneVisit.Conversation.Resident.InquiryScene;

namespace OneVisit.Conversation.Resident;

/// <summary>Reads what a button or a card of a question stands for. It came from outside: whatever does not fit is <c>null</c>.</summary>
internal static class TokenReading
{
    /// <summary>Stands for: the people told of in the story, and nobody else.</summary>
    public const string ThoseTold = "told";

    public static Taken? Read(Turn turn, Inquiry inquiry, string token) =>
        token == ThoseTold ? PeopleTold.InStory(turn, inquiry) : AnswerOf(turn, inquiry, token) is { } answer ? Fit(turn, inquiry, answer) : null;

    /// <summary>An answer, with how a person told of by ticks is called.</summary>
    public static Taken? Fit(Turn turn, Inquiry inquiry, Answer answer)
    {
        try
        {
            _ = turn.Told.With(inquiry, answer);
        }
        catch (ArgumentException)
        {
            return null;
        }
        return inquiry.Checklist == Checklist.WhoIsThere && answer is Answer.Ticked ticked
            ? new Taken.Understood([new Answered(inquiry, answer)], PeopleTold.Called(turn.State.People, inquiry.Person ?? 0, ticked.Ticks.FirstOrDefault(code => code != Options.Another)))
            : Taken.Understood.One(inquiry, answer);
    }

    private static Answer? AnswerOf(Turn turn, Inquiry inquiry, string token)
    {
        if (inquiry.Checklist is { } checklist)
        {
            if (checklist != Checklist.Registration && !token.StartsWith(PostedAnswers.Open)) return token == "none" ? new Answer.Ticked(Offered(turn, inquiry), []) : null;
            var ticks = token.TrimStart(PostedAnswers.Open).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToImmutableArray();
            return checklist == Checklist.Registration && ticks.Length != 1 ? null : new Answer.Ticked(Offered(turn, inquiry), ticks);
        }
        return inquiry.Question switch
        {
            { } question when AnswerKinds.Of(question) == AnswerKind.Day => DateOnly.TryParseExact(token, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= turn.Today ? new Answer.Day(day) : null,
            Question.Disability => Certificate(token),
            Question.Parents => Parents(token),
            Question.Emergency or Question.Deceased or Question.Relation => new Answer.Word(token),
            Question.Away => Absences.Parse(token) is { } absence ? new Answer.Absence(absence) : null,
            Question.Draws or Question.PersonDraws => new Answer.Codes(token == "none" ? [] : [.. token.Split('+')]),
            Question.AbilityGrade => token is ['0' or '1' or '2' or '3'] ? new Answer.Number(token[0] - '0') : null,
            Question.LayOff => token switch { "no" => new Answer.Work(LayOff.Never), "yes" => new Answer.Work(new LayOff(null, null)), _ => null },
            { } question when AnswerKinds.Of(question) == AnswerKind.Number && !HouseholdFactsIn.Asked.Contains(question) =>
                int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new Answer.Number(number) : null,
            { } question when HouseholdFactsIn.Asked.Contains(question) => HouseholdFactsIn.Parse(question, token) is { } value ? HouseholdFactsIn.AnswerOf(value) : null,
            _ => token switch { "yes" => new Answer.YesNo(true), "no" => new Answer.YesNo(false), _ => null },
        };
    }

    /// <summary>What is offered to tick: as it was shown, or as it was shown when it was answered.</summary>
    public static ImmutableArray<Option> Offered(Turn turn, Inquiry inquiry) => turn.State switch
    {
        { Inquiry: { } asked, Offered: var offered } when asked == inquiry && !offered.IsDefaultOrEmpty => offered,
        _ when turn.Told.AnswerTo(inquiry) is Answer.Ticked before => before.Offered,
        _ when turn.Interviewed is Domain.Interview.Step.Ask ask && ask.Inquiry == inquiry => ask.Options,
        _ => [],
    };

    /// <summary>「physical 2」, 「- 2」, 「physical -」, 「none」.</summary>
    private static Answer.Certificate? Certificate(string token) => token.Split(' ') switch
    {
        ["none"] => new Answer.Certificate(null, 0),
        [var kind, var grade] when (kind == "-" || DisabilityKinds.Parse(kind) is not null) && grade is "-" or "1" or "2" or "3" or "4" =>
            new Answer.Certificate(DisabilityKinds.Parse(kind), grade == "-" ? null : grade[0] - '0'),
        _ => null,
    };

    private static Answer.Parents? Parents(string token) => token.TrimStart(PostedAnswers.Open).Split(',') is [var father, var mother]
        ? new Answer.Parents(Parent(father), Parent(mother))
        : null;

    private static ParentState? Parent(string code) => ParentFates.Parse(code) is { } fate ? new ParentState(fate) : null;
}
