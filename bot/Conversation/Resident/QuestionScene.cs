using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Conversation.Resident;

/// <summary>Asks for one fact of the household: the one that decides most.</summary>
internal sealed class QuestionScene() : Scene(Stage.Asking)
{
    public override ImmutableArray<Choice> Choices(Turn turn) => Suggestions.For(turn, Asked(turn));

    public override string Prefix(Turn turn) => PrefixOf(Asked(turn));

    public static string PrefixOf(Question question) => $"{Tokens.Answer}{question}:";

    public override void Ask(Turn turn)
    {
        var question = Asked(turn);
        var left = turn.Open.Length;
        var text = turn.Book.NameOr("ask", question.ToString());
        // The first question has just been announced with their number.
        if (left > 1 && !turn.State.Trail.IsEmpty) text = $"{text}\n\n{turn.Book[Phrase.QuestionsLeft, left]}";
        else if (left == 1 && !turn.State.Trail.IsEmpty) text = $"{text}\n\n{turn.Book[Phrase.LastQuestion]}";
        if (FactWords.Noted(turn.Book, turn.State.Household, question) is { } before) turn.Lead(turn.Book[Phrase.YouSaidBefore, before]);
        else if (question == Question.MonthlyIncome && turn.State.MentionedWage is { } wage) turn.Lead(turn.Book[Phrase.YouMentionedWage, turn.Book.Yuan(wage)]);
        turn.Say(text, Choices(turn));
    }

    public override string Unclear(Turn turn, Reply reply) => turn.Book.NameOr("example", Asked(turn).ToString());

    public override string Why(Turn turn) => Reasons.For(turn, Asked(turn));

    public override bool Hear(Turn turn, Reply reply) => Answer(turn, Asked(turn), reply);

    /// <summary>Takes an answer to any question, asked now or before.</summary>
    public static bool Answer(Turn turn, Question question, Reply reply)
    {
        if (reply.Token == "keep" || (reply.Token is null && reply.Plain.IsCommand("keep"))) return Keep(turn, question);
        if (reply.Token == "unsure" || (reply.Token is null && AnswerReader.IsUnsure(reply.Plain))) return Unsure(turn, question);
        var value = reply.Token is { } token ? HouseholdFactsIn.Parse(question, token) : Read(turn, question, reply.Plain);
        return value is null ? reply.Token is null && InPassing(turn, reply) : Note(turn, question, value);
    }

    private static bool Note(Turn turn, Question question, object value)
    {
        turn.State = turn.State with { Household = turn.State.Household.With(question, value), Unsure = turn.State.Unsure.Remove(question) };
        turn.Lead(turn.Book[Phrase.Noted, FactWords.Noted(turn.Book, turn.State.Household, question)!]);
        return GoOn(turn, question);
    }

    private static bool Unsure(Turn turn, Question question)
    {
        turn.State = turn.State with { Household = turn.State.Household.With(question, null), Unsure = turn.State.Unsure.Remove(question).Add(question) };
        turn.Lead(turn.Book[Phrase.NotedUnsure]);
        return GoOn(turn, question);
    }

    private static bool Keep(Turn turn, Question question)
    {
        if (turn.State.Household.Value(question) is null) return false;
        turn.Lead(turn.Book[Phrase.Kept]);
        turn.Walked(question.ToString());
        turn.Continue();
        return true;
    }

    private static bool GoOn(Turn turn, Question question)
    {
        turn.Walked(question.ToString());
        if (turn.State.Applying && turn.Open.IsEmpty) turn.Lead($"{turn.Book[Phrase.VerdictNow]} {VerdictWords.Short(turn)}");
        turn.Continue();
        return true;
    }

    /// <summary>Not an answer to the question, but perhaps another fact: then that is noted, and the question stays.</summary>
    private static bool InPassing(Turn turn, Reply reply)
    {
        var before = turn.State.Household;
        var household = StoryReader.Read(reply.Plain, before).Household;
        if (household == before) return false;
        turn.State = turn.State with { Household = household, Misses = 0 };
        var told = Enum.GetValues<Question>().Where(question => !Equals(before.Value(question), household.Value(question)));
        turn.Lead(turn.Book[Phrase.Noted, turn.Book.List(told.Select(question => FactWords.Noted(turn.Book, household, question)!))]);
        turn.Continue();
        return true;
    }

    private static object? Read(Turn turn, Question question, string plain) => HouseholdFactsIn.KindOf(question) switch
    {
        FactKind.YesNo => AnswerReader.YesNo(plain),
        FactKind.Area => plain.Says("rural") ? "rural" : plain.Says("urban") ? "urban" : null,
        FactKind.Count when question == Question.Members => People(turn, plain),
        FactKind.Count => AnswerReader.Count(plain) is { } count && HouseholdFactsIn.FitsCount(question, count) ? count : null,
        FactKind.YearlyMoney => Yuan(turn, AnswerReader.Money(plain, yearly: true), highest: false, yearly: true),
        _ when question == Question.MonthlyIncome && IsJustTheWage(turn, plain) => turn.State.MentionedWage,
        _ => Yuan(turn, AnswerReader.Money(plain, yearly: question == Question.MonthlyIncome ? false : null), highest: true, yearly: false),
    };

    private static object? People(Turn turn, string plain)
    {
        if (PeopleCounter.Count(plain) is not { } count || !HouseholdFactsIn.FitsCount(Question.Members, count.People)) return null;
        if (count.Composed) turn.Lead(turn.Book[Phrase.CountedPeople, count.People]);
        return count.People;
    }

    /// <summary>Of a range the end that promises less: more income and assets, less spending.</summary>
    private static object? Yuan(Turn turn, MoneyAnswer? answer, bool highest, bool yearly)
    {
        if (answer is null) return null;
        var amount = highest ? answer.High : answer.Low;
        if (!HouseholdFactsIn.FitsMoney(amount)) return null;
        if (answer.Low != answer.High)
            turn.Lead(turn.Book[Phrase.RangeTaken, turn.Book.Yuan(answer.Low), turn.Book.Yuan(answer.High), turn.Book.Yuan(amount)]);
        else if (answer.Told is { } told)
            turn.Lead(turn.Book[yearly ? Phrase.MonthlyAsYearly : Phrase.YearlyAsMonthly, turn.Book.Yuan(told), turn.Book.Yuan(amount)]);
        return amount;
    }

    private static bool IsJustTheWage(Turn turn, string plain) =>
        turn.State.MentionedWage is not null && AnswerReader.Amounts(plain).IsEmpty && (plain.Says("justThat") || AnswerReader.YesNo(plain) == true);

    private static Question Asked(Turn turn) => turn.State.Asking ?? Question.Members;
}
