using System.Collections.Immutable;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Interview;

namespace OneVisit.Conversation.Resident;

/// <summary>Asks the one question, or shows the one short list, that decides most.</summary>
internal sealed class InquiryScene() : Scene(Stage.Asking)
{
    public override ImmutableArray<Choice> Choices(Turn turn) => InquiryChoices.For(turn, Asked(turn));

    public override string Prefix(Turn turn) => PrefixOf(Asked(turn));

    public static string PrefixOf(Inquiry inquiry) => $"{Tokens.Answer}{inquiry.Key()}:";

    public override void Ask(Turn turn)
    {
        var inquiry = Asked(turn);
        if (InquiryWords.Told(turn, inquiry) is { } before) turn.Lead(turn.Book[Phrase.YouSaidBefore, before]);
        else if (inquiry.Question == Question.MonthlyIncome && turn.State.MentionedWage is { } wage) turn.Lead(turn.Book[Phrase.YouMentionedWage, turn.Book.Yuan(wage)]);
        else if (PeopleTold.InStory(turn, inquiry) is { People: { } people }) turn.Lead(turn.Book[Phrase.YouMentionedPeople, turn.Book.List(people.Select(word => InquiryWords.Called(turn, word)))]);
        var question = InquiryWords.Ask(turn, inquiry);
        if (TickCard.For(turn, inquiry, question) is { } card)
        {
            turn.Show(card);
            turn.Say(Progress(turn, turn.Book[inquiry.Question == Question.Parents ? Phrase.ParentsHint : Phrase.TickHint]), Choices(turn));
        }
        else
        {
            turn.Say(Progress(turn, question), Choices(turn));
        }
    }

    public override string Unclear(Turn turn, Reply reply) => InquiryWords.Example(turn, Asked(turn));

    public override string Why(Turn turn) => Reasons.For(turn, Asked(turn));

    public override bool Hear(Turn turn, Reply reply) => Answer(turn, Asked(turn), reply);

    /// <summary>Takes an answer to any question, asked now or before.</summary>
    public static bool Answer(Turn turn, Inquiry inquiry, Reply reply)
    {
        if (reply.Token == "keep" || (reply.Token is null && reply.Plain.IsCommand("keep"))) return Keep(turn, inquiry);
        if (reply.Token == "unsure" || (reply.Token is null && AnswerReader.IsUnsure(reply.Readable))) return Unsure(turn, inquiry);
        var heard = reply.Token is { } token ? TokenReading.Read(turn, inquiry, token) : TextReading.Read(turn, inquiry, reply.Readable);
        // The office reads the very words of what a day stands for.
        if (heard is Taken.Understood { Births: { IsEmpty: false } } && reply.Token is null) turn.State = turn.State with { Story = StoryText.Add(turn.State.Story, reply.Text, turn.Book[Phrase.NumberHidden]) };
        switch (heard)
        {
            case Taken.Understood understood: return Note(turn, inquiry, understood);
            case Taken.Vague vague:
                turn.State = turn.State with { Misses = 0, Answers = vague.Partly is { } partly ? turn.Told.With(inquiry, partly).Answers : turn.State.Answers };
                turn.Say(vague.Question, vague.Choices.IsDefaultOrEmpty ? InquiryChoices.For(turn, inquiry) : [.. vague.Choices, .. InquiryChoices.Always(turn, inquiry)]);
                return true;
            default: return reply.Token is null && InPassing(turn, reply);
        }
    }

    private static bool Note(Turn turn, Inquiry inquiry, Taken.Understood understood)
    {
        var told = turn.Told;
        foreach (var (about, answer) in understood.Answers) told = told.With(about, answer);
        var born = understood.Answers.Where(each => each.Answer is Answer.Day).Select(each => BirthTold.PlaceOf(each.Inquiry));
        turn.State = turn.State with
        {
            Answers = told.Answers,
            People = understood.People ?? turn.State.People,
            Reviewed = false,
            VagueBirths = [.. turn.State.VagueBirths.Except(born).Union(understood.Births ?? [])],
        };
        turn.Lead(turn.Book[Phrase.Noted, turn.Book.List(understood.Answers.Select(each => AnswerWords.Short(turn, each)).Distinct())]);
        return GoOn(turn, inquiry, understood);
    }

    private static bool Unsure(Turn turn, Inquiry inquiry)
    {
        // A grade whose kind nobody knows stays a grade.
        if (turn.Told.AnswerTo(inquiry) is not Answer.Certificate { Grade: > 0 } || turn.State.Trail.Contains(inquiry.Key()))
            turn.State = turn.State with { Answers = turn.Told.With(inquiry, new Answer.NotKnown()).Answers, Reviewed = false };
        turn.Lead(turn.Book[Phrase.NotedUnsure]);
        return GoOn(turn, inquiry, null);
    }

    private static bool Keep(Turn turn, Inquiry inquiry)
    {
        if (InquiryWords.Told(turn, inquiry) is null) return false;
        turn.Lead(turn.Book[Phrase.Kept]);
        turn.Walked(inquiry.Key());
        turn.Continue();
        return true;
    }

    private static bool GoOn(Turn turn, Inquiry inquiry, Taken.Understood? understood)
    {
        foreach (var answered in understood?.Answers ?? []) turn.Walked(answered.Inquiry.Key());
        turn.Walked(inquiry.Key());
        if (turn.State.Applying && turn.Interviewed is Domain.Interview.Step.Finished) turn.Lead($"{turn.Book[Phrase.VerdictNow]} {VerdictWords.Short(turn)}");
        turn.Continue();
        return true;
    }

    /// <summary>Not an answer to the question, but perhaps another fact: then that is noted, and the question stays.</summary>
    private static bool InPassing(Turn turn, Reply reply)
    {
        var before = turn.Household.ToWire();
        var after = StoryReader.Read(reply.Readable, before).Household;
        var told = turn.Told;
        var answers = HouseholdFactsIn.Asked.Where(question => !Equals(before.Value(question), after.Value(question)))
            .Select(question => new Answered(Inquiry.About(question), HouseholdFactsIn.AnswerOf(after.Value(question)!))).ToImmutableArray();
        if (answers.IsEmpty) return false;
        foreach (var (about, answer) in answers) told = told.With(about, answer);
        turn.State = turn.State with { Answers = told.Answers, Misses = 0, Reviewed = false };
        turn.Lead(turn.Book[Phrase.Noted, turn.Book.List(answers.Select(each => AnswerWords.Short(turn, each)))]);
        turn.Continue();
        return true;
    }

    // The first question has just been announced with their number.
    private static string Progress(Turn turn, string text) => turn.Interviewed switch
    {
        _ when turn.State.Trail.IsEmpty => text,
        Domain.Interview.Step.Ask { StillToCome: > 1 } ask => $"{text}\n\n{turn.Book[Phrase.QuestionsLeft, ask.StillToCome]}",
        Domain.Interview.Step.Ask => $"{text}\n\n{turn.Book[Phrase.LastQuestion]}",
        _ => text,
    };

    private static Inquiry Asked(Turn turn) => turn.State.Inquiry ?? Inquiry.About(Question.Members);

    /// <summary>What was made of an answer.</summary>
    internal abstract record Taken
    {
        /// <param name="People">How those told of are called, where that changed.</param>
        /// <param name="Births">Places of people whose day of birth stands for a year or an age.</param>
        public sealed record Understood(ImmutableArray<Answered> Answers, ImmutableArray<string>? People = null, ImmutableArray<int>? Births = null) : Taken
        {
            public static Understood One(Inquiry inquiry, Answer answer) => new([new Answered(inquiry, answer)]);
        }

        /// <summary>Understood, but not closely enough to go on.</summary>
        /// <param name="Partly">What of it was understood and is kept.</param>
        public sealed record Vague(string Question, ImmutableArray<Choice> Choices, Answer? Partly = null) : Taken;

        private Taken() { }
    }
}
