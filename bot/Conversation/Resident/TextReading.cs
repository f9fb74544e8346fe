using System.Collections.Immutable;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Understanding.People;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Interview;
using static OneVisit.Conversation.Resident.InquiryScene;

namespace OneVisit.Conversation.Resident;

/// <summary>Reads what was written in answer to a question; <c>null</c> when it was not understood.</summary>
internal static class TextReading
{
    // A no in a longer sentence may deny something else.
    private const int ShortAnswer = 10;

    public static Taken? Read(Turn turn, Inquiry inquiry, string text) => inquiry switch
    {
        { Checklist: Checklist.Registration } => Registration(turn, inquiry, text),
        { Checklist: Checklist.WhoIsThere, Person: var person } => PeopleTold.Read(turn, person ?? 0, text),
        { Checklist: { } checklist } => List(turn, inquiry, checklist, text),
        { Question: { } question } when AnswerKinds.Of(question) == AnswerKind.Day => BirthTold.Read(turn, inquiry, text),
        { Question: Question.Disability } => CertificateTold.Read(turn, inquiry, text),
        { Question: Question.Parents } => ParentsTold.Read(turn, inquiry, text),
        { Question: { } question } => Single(turn, question, text) is { } answer ? TokenReading.Fit(turn, inquiry, answer) : null,
        _ => null,
    };

    /// <summary>「是」 tells that it is here, and not yet whether in town.</summary>
    private static Taken? Registration(Turn turn, Inquiry inquiry, string text)
    {
        var area = text.Says("rural") ? Options.HereRural : text.Says("urban") ? Options.HereUrban : null;
        if (text.Says("elsewhere") || (area is null && text.Length <= ShortAnswer && text.Says("notHere"))) area = Options.Elsewhere;
        if (area is not null) return TokenReading.Fit(turn, inquiry, new Answer.Ticked(TokenReading.Offered(turn, inquiry), [area]));
        return AnswerReader.YesNo(text) == true ? Taken.Understood.One(Inquiry.About(Question.LocalHukou), new Answer.YesNo(true)) : null;
    }

    private static Taken? List(Turn turn, Inquiry inquiry, Checklist checklist, string text)
    {
        var offered = TokenReading.Offered(turn, inquiry);
        var ticks = checklist switch
        {
            Checklist.WhatIsDrawn when SituationReader.Draws(text) is { } drawn => Drawn(turn, drawn, offered),
            Checklist.WhatHappened when SituationReader.Emergency(text) is { } struck && struck != "none" => Among([struck], offered),
            _ => (ImmutableArray<string>?)null,
        };
        ticks ??= PickReader.Read(text, [.. offered.Select(option => InquiryWords.Title(turn, option))]) switch
        {
            Picks.Of of => [.. of.Entries.Select(entry => offered[entry].Code)],
            Picks.None => [],
            _ => AnswerReader.YesNo(text) == false ? [] : null,
        };
        return ticks is { } all ? TokenReading.Fit(turn, inquiry, new Answer.Ticked(offered, all)) : null;
    }

    private static ImmutableArray<string>? Among(IEnumerable<string> codes, ImmutableArray<Option> offered) =>
        codes.Where(code => offered.Any(option => option.Code == code)).ToImmutableArray() is { IsEmpty: false } some ? some : null;

    /// <summary>低保 is that of the town or of the country, as the household is registered; what was not offered is left to the offices.</summary>
    private static ImmutableArray<string>? Drawn(Turn turn, ImmutableArray<string> drawn, ImmutableArray<Option> offered)
    {
        if (drawn.IsEmpty) return [];
        return Among(drawn.Select(code => code == SituationReader.AllowanceOfEither ? turn.Household.Area == Area.Urban ? "D1.1" : "D1.2" : code), offered) ?? (drawn.All(code => code != SituationReader.AllowanceOfEither) ? [] : null);
    }

    private static Answer? Single(Turn turn, Question question, string text)
    {
        switch (question)
        {
            case Question.Emergency: return SituationReader.Emergency(text) is { } struck ? new Answer.Word(struck) : null;
            case Question.Deceased: return Picked(turn, InquiryChoices.Deceased, "deceased", text) ?? (AnswerReader.YesNo(text) == false ? new Answer.Word("nobody") : null);
            case Question.Draws or Question.PersonDraws:
                return SituationReader.Draws(text) is { } drawn ? new Answer.Codes([.. drawn.Select(code => code == SituationReader.AllowanceOfEither ? turn.Household.Area == Area.Urban ? "D1.1" : "D1.2" : code)]) : null;
            case Question.Relation: return RelationTold.Read(turn, text);
            case Question.Away: return AwayTold.Read(turn, text);
            case Question.LivesInLongTerm: return YesNo(AnswerReader.YesNo(text) ?? Either(text, "together", "apart"));
            case Question.OutOfWork: return YesNo(Either(text, "outOfWork", "atWork") ?? AnswerReader.YesNo(text));
            case Question.AbilityGrade: return Ability(text);
            case Question.LayOff: return AnswerReader.YesNo(text) is { } laidOff ? new Answer.Work(laidOff ? new LayOff(null, null) : LayOff.Never) : null;
        }
        if (!HouseholdFactsIn.Asked.Contains(question))
        {
            return AnswerKinds.Of(question) switch
            {
                AnswerKind.Number => NumberReader.Find(text) is [{ Low: >= 0 and <= OrganisationPlan.MostMembers } number] && number.Low == Math.Floor(number.Low) ? new Answer.Number((int)number.Low) : text.Says("none") ? new Answer.Number(0) : null,
                AnswerKind.Yuan => HouseholdTold.Sum(turn, text) is { } yuan ? new Answer.Yuan(yuan) : null,
                _ => AnswerReader.YesNo(text) is { } yes ? new Answer.YesNo(yes) : null,
            };
        }
        return HouseholdTold.Read(turn, question, text) is { } value ? HouseholdFactsIn.AnswerOf(value) : null;
    }

    private static Answer.YesNo? YesNo(bool? yes) => yes is { } told ? new Answer.YesNo(told) : null;

    private static bool? Either(string text, string yes, string no) => text.Says(yes) ? true : text.Says(no) ? false : null;

    private static Answer.Number? Ability(string text)
    {
        foreach (var (grade, pattern) in Patterns.AbilityGrades)
        {
            if (pattern.IsMatch(text)) return new Answer.Number(grade[0] - '0');
        }
        return null;
    }

    private static Answer.Word? Picked(Turn turn, ImmutableArray<string> codes, string group, string text) =>
        PickReader.Read(text, [.. codes.Select(code => turn.Book.NameOr(group, code))]) is Picks.Of { Entries: [var entry] } ? new Answer.Word(codes[entry]) : null;
}
