using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Domain.Interview;

/// <summary>
/// Chooses the inquiry after which the least effort is to be expected: each plausible answer is tried on the household, and what is then still
/// open is added up. An earlier one in the order of asking goes first as long as it costs no more than the plan's patience.
/// </summary>
internal sealed class Choice(InterviewPlan plan, EligibilityParameters parameters, Outlook outlook, ImmutableArray<ServiceVerdict> verdicts)
{
    private readonly ImmutableArray<ServiceVerdict> open = verdicts.RemoveAll(verdict => Outlook.OpenOf(verdict.Evaluation).IsEmpty);

    /// <summary><c>null</c>: nothing is left to ask.</summary>
    public Inquiry? Best()
    {
        var candidates = new List<Inquiry>();
        outlook.Inquiries(outlook.Open(open), candidates);
        if (candidates.Count <= 1)
            return candidates.Count == 0 ? null : candidates[0];
        var outcomes = candidates.OrderBy(PlaceOf).ThenBy(inquiry => inquiry.Person).Select(inquiry => (Inquiry: inquiry, Effort: EffortAfter(inquiry))).ToArray();
        var least = outcomes.Min(outcome => outcome.Effort);
        return outcomes.First(outcome => outcome.Effort <= least + plan.Patience).Inquiry;
    }

    private int PlaceOf(Inquiry inquiry) => plan.PlaceOf(inquiry.Question, inquiry.Checklist);

    // Expected, with the inquiry's own.
    private double EffortAfter(Inquiry inquiry)
    {
        var planned = inquiry.Question is { } question ? plan[question] : plan[inquiry.Checklist!.Value];
        var options = outlook.OptionsOf(inquiry, parameters, open);
        double effort = 0, weight = 0;
        foreach (var guess in planned.Guesses)
        {
            if (AnswerOf(inquiry, guess, options) is not { } answer)
                continue;
            effort += guess.Weight * Try(new Answered(inquiry, answer));
            weight += guess.Weight;
        }
        return planned.Effort + (weight == 0 ? Left(outlook.Household, inquiry) : effort / weight);
    }

    private Answer? AnswerOf(Inquiry inquiry, Guess guess, ImmutableArray<Option> options) => inquiry.Question is { } question
        ? Guesses.Read(question, guess.Text, outlook.Household, parameters)
        : Guesses.Read(guess.Text, options);

    private double Try(Answered answered)
    {
        var household = Implications.Of(
            Folding.Tell(outlook.Household, answered), answered.Inquiry.Checklist == Checklist.WhatIsDrawn ? answered.Answer as Answer.Ticked : null);
        return Left(household, answered.Inquiry);
    }

    private double Left(Household household, Inquiry asked)
    {
        var left = QuestionSet.None;
        foreach (var verdict in open)
            left |= Outlook.OpenOf(verdict.Evaluation.Of(household));
        left = outlook.Askable(left);
        if (asked.Question is { } question)
            left.Remove(new Fact(question, asked.Person));
        // Those who would be told of are counted by what usually has to be asked of them.
        return outlook.EffortOf(left, outlook.Household.People?.Length ?? 0) + Ahead(asked, household);
    }

    private double Ahead(Inquiry asked, Household household) =>
        asked.Checklist == Checklist.WhoIsThere && household.People is { IsEmpty: false } ? plan[Checklist.WhoIsThere].Ahead : 0;
}
