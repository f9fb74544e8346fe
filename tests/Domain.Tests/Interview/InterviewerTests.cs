using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Interview;
using OneVisit.Domain.Tests.Eligibility;
using OneVisit.Domain.Tests.Interview.Simulation;
using static OneVisit.Domain.Tests.Interview.Simulation.GoldenInterviews;

namespace OneVisit.Domain.Tests.Interview;

public sealed class InterviewerTests
{
    private static readonly Household Grown = new() { People = [new Person { BornOn = new DateOnly(1996, 3, 1) }] };

    [Fact]
    public void Of_a_thirty_year_old_nothing_is_asked_for_the_allowance_of_the_old() =>
        Assert.IsType<Step.Finished>(About("D7.1").Next(new Told { Start = Grown }));

    [Fact]
    public void Of_a_thirty_year_old_the_parents_are_not_asked() => Assert.IsType<Step.Finished>(About("D8.1", "D9.1").Next(new Told { Start = Grown }));

    [Fact]
    public void What_the_platform_holds_is_not_asked()
    {
        var interviewer = new Interviewer(Plan, Households.City.Services, Households.Parameters, ["D1.3"], Question.Draws);
        Assert.IsType<Verdict.Unknown>(Assert.Single(Assert.IsType<Step.Finished>(interviewer.Next(new Told())).Verdicts).Verdict);
    }

    [Fact]
    public void What_is_not_known_is_not_asked_again() =>
        Assert.IsType<Step.Finished>(About("D1.3").Next(new Told().With(Inquiry.List(Checklist.WhatIsDrawn), new Answer.NotKnown())));

    [Fact]
    public void The_next_person_is_asked_about_before_anything_else()
    {
        ImmutableArray<Option> offered = [new(Options.Elder), new(Options.Another)];
        var told = new Told().With(Inquiry.List(Checklist.WhoIsThere, 0), new Answer.Ticked(offered, [Options.Elder, Options.Another]));
        Assert.Equal(Inquiry.List(Checklist.WhoIsThere, 1), Assert.IsType<Step.Ask>(About("D7.1").Next(told)).Inquiry);
    }

    [Fact]
    public void In_a_household_of_one_there_is_no_other_to_tick() =>
        Assert.DoesNotContain(
            Options.Another,
            Assert.IsType<Step.Ask>(About("D7.1").Next(new Told { Start = new() { Members = 1, HasLocalHukou = true } })).Options.Select(option => option.Code));

    [Fact]
    public void An_old_person_brings_in_the_allowances_of_the_old() =>
        Assert.Equal(
            ["D5.2", "D6.1", "D6.2", "D7.1", "D7.2"],
            About("D5.2").InPlay(new Told { Start = new() { People = [new Person { BornOn = new DateOnly(1940, 1, 1) }] } }).Order(StringComparer.Ordinal));

    [Fact]
    public void Somebody_who_has_nothing_to_do_with_it_is_not_offered_marriages() => Assert.DoesNotContain("A2.1", FromEvent("child-without-care").InPlay(new Told()));

    [Fact]
    public void Who_wishes_to_marry_is_shown_the_registration() => Assert.Contains("A1.1", FromEvent("marriage").InPlay(new Told()));

    [Fact]
    public void Why_it_is_asked_is_told_by_the_lines_of_law_that_look_at_it() =>
        Assert.Equal(
            [("D1.2", RuleNames.NoCar)],
            About("D1.2").Why(new Told(), Inquiry.About(Question.Car)).SelectMany(reason => reason.Lines.Select(line => (reason.Service, line.Rule))));

    [Fact]
    public void Why_it_is_asked_of_a_person_is_told_of_that_person() =>
        Assert.Equal(
            [(RuleNames.AgeReached, 0), (RuleNames.AgeNotPassed, 0)],
            About("D7.1").Why(new Told { Start = new() { People = [new Person()] } }, Inquiry.About(Question.BirthDate, 0))
                .SelectMany(reason => reason.Lines.Select(line => (line.Rule, line.Person ?? -1))));

    [Theory]
    [InlineData(1300, false)]
    [InlineData(3500, true)]
    [InlineData(9000, false)]
    public void Only_a_borderline_household_is_asked_for_somebody_severely_affected(int income, bool asked)
    {
        var truth = (Households.Widow with { MonthlyIncome = new Money(income) }).Filled();
        Assert.Equal(asked, Run(truth).Asked.Any(ask => ask.Inquiry == Inquiry.About(Question.SeverelyAffectedMember)));
    }

    [Fact]
    public void While_nobody_is_severely_affected_no_one_is_asked_person_by_person()
    {
        Question[] ofMembers = [Question.Relation, Question.Away, Question.Dependent, Question.LivesInLongTerm, Question.OutOfWork, Question.Incomes, Question.People];
        Assert.DoesNotContain(Run((Households.Widow with { MonthlyIncome = new Money(3500) }).Filled()).Asked, ask =>
            ask.Inquiry.Checklist == Checklist.WhoIsThere || (ask.Inquiry.Question is { } question && ofMembers.Contains(question)));
    }

    [Fact]
    public void Incomes_are_asked_of_the_household_once() =>
        Assert.Contains(
            new Fact(Question.Incomes),
            Households.Rural((Households.Widow with { MonthlyIncome = new Money(3500), People = [new() { GraveIllness = true }, new() { GraveIllness = true }] }).Filled() with { Incomes = null })
                .OpenFacts.AsEnumerable());

    private static InterviewRun Run(Household truth) => InterviewRun.Of(About("D1.2"), ResidentOf(truth));

    [Fact]
    public void Open_facts_name_the_person() =>
        Assert.Equal(
            [new Fact(Question.LocalHukou), new Fact(Question.BirthDate, 1)],
            Households.Of("D7.1", new Household { People = [new Person { BornOn = new DateOnly(1996, 3, 1) }, new Person()] }).OpenFacts.AsEnumerable());
}
