using System.Collections.Immutable;
using System.Text.Json;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Interview;
using Area = OneVisit.Domain.Eligibility.Area;

namespace OneVisit.Domain.Tests.Interview;

public sealed class ToldTests
{
    private static readonly Inquiry Belongings = Inquiry.List(Checklist.Belongings);
    private static readonly ImmutableArray<Option> Things =
        [new(Options.Car), new(Options.SecondHome), new(Options.Shop), new(Options.Business, 100_000), new(Options.Savings, 86_000)];

    private static readonly ImmutableArray<Option> People =
        [new(Options.Elder), new(Options.Child), new(Options.Disabled), new(Options.GravelyIll), new(Options.Helpless), new(Options.Another)];

    [Fact]
    public void None_of_these_answers_five_facts_at_once() =>
        Assert.Equal(
            (false, 1, false, new Money(100_000), new Money(86_000)),
            new Told().With(Belongings, Ticked(Things)).Household is var h ? (h.OwnsCar, h.Homes, h.OwnsNonResidentialProperty, h.BusinessCapital, h.FinancialAssets) : default);

    [Fact]
    public void A_ticked_sum_is_left_to_be_asked() => Assert.Null(new Told().With(Belongings, Ticked(Things, Options.Savings)).Household.FinancialAssets);

    [Fact]
    public void A_changed_list_takes_back_the_sum_it_had_led_to() =>
        Assert.Equal(
            new Money(86_000),
            new Told().With(Belongings, Ticked(Things, Options.Savings)).With(Inquiry.About(Question.FinancialAssets), new Answer.Yuan(200_000))
                .With(Belongings, Ticked(Things)).Household.FinancialAssets);

    [Fact]
    public void A_single_fact_told_later_wins_over_the_list() =>
        Assert.True(new Told().With(Belongings, Ticked(Things)).With(Inquiry.About(Question.Car), new Answer.YesNo(true)).Household.OwnsCar);

    [Fact]
    public void Who_is_not_ticked_as_disabled_has_no_certificate() =>
        Assert.Equal(Disability.None, Assert.Single(new Told().With(Who(0), Ticked(People, Options.Elder)).Household.People!.Value).Disability);

    [Fact]
    public void While_another_is_to_be_told_of_nobody_is_known() => Assert.Null(new Told().With(Who(0), Ticked(People, Options.Elder, Options.Another)).Household.People);

    [Fact]
    public void Nobody_ticked_is_nobody_a_rule_would_look_for() => Assert.Empty(new Told().With(Who(0), Ticked(People)).Household.People!.Value);

    [Fact]
    public void A_changed_person_takes_back_what_was_told_of_that_person() =>
        Assert.Null(new Told().With(Who(0), Ticked(People, Options.Elder)).With(Inquiry.About(Question.BirthDate, 0), new Answer.Day(new DateOnly(1940, 1, 1)))
            .With(Who(0), Ticked(People, Options.Child)).Household.People!.Value[0].BornOn);

    [Fact]
    public void Nothing_drawn_by_the_household_is_nothing_drawn_by_its_people() =>
        Assert.Empty(new Told().With(Who(0), Ticked(People, Options.Elder)).With(Inquiry.List(Checklist.WhatIsDrawn), Ticked([new("D1.2"), new("D5.2")])).Household.People!.Value[0].Draws!);

    [Fact]
    public void Without_an_answer_everything_is_as_before_it() =>
        Assert.Equal(new Household(), new Told().With(Belongings, Ticked(Things, Options.Car)).Without(Belongings).Household);

    [Fact]
    public void An_answer_tells_what_is_learnt_by_it() =>
        Assert.Equal(
            [new Fact(Question.LocalHukou), new Fact(Question.Area)],
            new Told().Learnt(Inquiry.List(Checklist.Registration), Ticked([new(Options.HereRural), new(Options.Elsewhere)], Options.HereRural)).AsEnumerable());

    [Fact]
    public void A_list_not_known_leaves_each_of_its_facts_not_known() =>
        Assert.Contains(new Fact(Question.Homes), new Told().With(Belongings, new Answer.NotKnown()).NotKnown);

    [Fact]
    public void An_answer_of_another_kind_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Told().With(Inquiry.About(Question.Car), new Answer.Number(1)));

    [Fact]
    public void A_tick_that_was_not_offered_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Told().With(Belongings, Ticked(Things, Options.Fire)));

    [Fact]
    public void A_sum_that_cannot_be_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Told().With(Inquiry.About(Question.MonthlyIncome), new Answer.Yuan(-1)));

    [Fact]
    public void Answers_travel_as_json()
    {
        var told = new Told().With(Belongings, Ticked(Things, Options.Car)).With(Inquiry.List(Checklist.Registration), new Answer.NotKnown())
            .With(Who(0), Ticked(People, Options.Child)).With(Inquiry.About(Question.Parents, 0), new Answer.Parents(new(ParentFate.Dead), null))
            .With(Inquiry.About(Question.Disability, 0), new Answer.Certificate(DisabilityKind.Physical, 2)).With(Inquiry.About(Question.Area), new Answer.Word(Area.Rural.Code()));
        Assert.Equal(told.Answers.AsEnumerable(), JsonSerializer.Deserialize<ImmutableArray<Answered>>(JsonSerializer.Serialize(told.Answers)).AsEnumerable());
    }

    private static Inquiry Who(int person) => Inquiry.List(Checklist.WhoIsThere, person);

    private static Answer.Ticked Ticked(ImmutableArray<Option> offered, params ImmutableArray<string> ticks) => new(offered, ticks);
}
