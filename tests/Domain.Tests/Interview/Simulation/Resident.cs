using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Interview;

namespace OneVisit.Domain.Tests.Interview.Simulation;

/// <summary>Answers from what is true of a household; what is not told there is answered with "not known".</summary>
internal sealed class Resident(Household truth, DateOnly day)
{
    private static readonly Answer NotKnown = new Answer.NotKnown();

    // Whom a resident would name when asked who is there.
    private readonly ImmutableArray<Person>? named = truth.People is { } people ? [.. people.Where(person => !TicksOf(person, day).IsEmpty)] : null;

    public Answer To(Inquiry inquiry, ImmutableArray<Option> options) =>
        (inquiry.Question is { } question ? Single(question, inquiry.Person) : Ticked(inquiry, options)) ?? NotKnown;

    private Answer? Single(Question question, int? at) => question switch
    {
        Question.LocalHukou => YesNo(truth.HasLocalHukou),
        Question.Area => truth.Area is { } area ? new Answer.Word(area.Code()) : null,
        Question.Members => Number(truth.Members),
        Question.MonthlyIncome => Yuan(truth.MonthlyIncome),
        Question.FinancialAssets => Yuan(truth.FinancialAssets),
        Question.Car => YesNo(truth.OwnsCar),
        Question.Homes => Number(truth.Homes),
        Question.HomesBelowAverageArea => YesNo(truth.HomesBelowAverageArea),
        Question.NonResidentialProperty => YesNo(truth.OwnsNonResidentialProperty),
        Question.BusinessCapital => Yuan(truth.BusinessCapital),
        Question.MedicalSpending => Yuan(truth.YearlyMedicalSpending),
        Question.RehabilitationSpending => Yuan(truth.YearlyRehabilitationSpending),
        Question.EducationSpending => Yuan(truth.YearlyEducationSpending),
        Question.Draws => Codes(truth.Draws),
        Question.Emergency => truth.Emergency is { } emergency ? new Answer.Word(Kebab(emergency.ToString())) : null,
        Question.IsHereOtherwise => YesNo(truth.IsHereOtherwise),
        Question.Deceased => truth.Deceased is { } deceased ? new Answer.Word(deceased == DeceasedGroup.Somebody ? "somebody-else" : Kebab(deceased.ToString())) : null,
        _ => named is { } people ? Of(people[at!.Value], question) : null,
    };

    private static Answer? Of(Person person, Question question) => question switch
    {
        Question.BirthDate => person.BornOn is { } born ? new Answer.Day(born) : null,
        Question.Disability => person.Disability is { } disability ? new Answer.Certificate(disability.Kind, disability.Grade) : null,
        Question.CannotCareForSelf => YesNo(person.CannotCareForSelf),
        Question.AbilityGrade => Number(person.AbilityGrade),
        Question.GraveIllness => YesNo(person.GraveIllness),
        Question.AbleObligor => YesNo(person.HasAbleObligor),
        Question.Parents => person.Father is null && person.Mother is null ? null : new Answer.Parents(person.Father, person.Mother),
        Question.PersonDraws => Codes(person.Draws),
        Question.LayOff => person.LayOff is { } work ? new Answer.Work(work) : null,
        _ => null,
    };

    private Answer? Ticked(Inquiry inquiry, ImmutableArray<Option> options)
    {
        var ticks = inquiry.Checklist switch
        {
            Checklist.Registration => truth switch
            {
                { HasLocalHukou: false } => [Options.Elsewhere],
                { HasLocalHukou: true, Area: Area.Rural } => [Options.HereRural],
                { HasLocalHukou: true, Area: Area.Urban } => [Options.HereUrban],
                _ => (ImmutableArray<string>?)null,
            },
            Checklist.WhoIsThere => named is not { } people ? null
                : inquiry.Person < people.Length ? [.. TicksOf(people[inquiry.Person!.Value], day), .. inquiry.Person < people.Length - 1 ? [Options.Another] : Array.Empty<string>()]
                : [],
            Checklist.WhatIsDrawn => truth.Draws is { } draws ? [.. draws] : null,
            _ => [.. options.Where(option => IsTrue(option)).Select(option => option.Code)],
        };
        return ticks is { } all ? new Answer.Ticked(options, [.. all.Where(code => options.Any(option => option.Code == code))]) : null;
    }

    private bool IsTrue(Option option) => option.Code switch
    {
        Options.Car => truth.OwnsCar == true,
        Options.SecondHome => truth.Homes > 1,
        Options.Shop => truth.OwnsNonResidentialProperty == true,
        Options.Business => truth.BusinessCapital?.Yuan > option.Over,
        Options.Savings => truth.FinancialAssets?.Yuan > option.Over,
        Options.Fire => truth.Emergency == Emergency.Fire,
        Options.Accident => truth.Emergency == Emergency.Accident,
        Options.SuddenIllness => truth.Emergency == Emergency.SuddenIllness,
        Options.Death => truth.Deceased is not (null or DeceasedGroup.Nobody),
        Options.Medical => truth.YearlyMedicalSpending > Money.Zero,
        Options.Rehabilitation => truth.YearlyRehabilitationSpending > Money.Zero,
        Options.Education => truth.YearlyEducationSpending > Money.Zero,
        _ => false,
    };

    private static ImmutableArray<string> TicksOf(Person person, DateOnly day)
    {
        var age = person.BornOn?.AgeOn(day);
        var ticks = ImmutableArray.CreateBuilder<string>();
        if (age >= 60)
            ticks.Add(Options.Elder);
        if (age < 18)
            ticks.Add(Options.Child);
        if (person.Disability is { Grade: > 0 })
            ticks.Add(Options.Disabled);
        if (person.GraveIllness == true)
            ticks.Add(Options.GravelyIll);
        if (person.CannotCareForSelf == true || person.AbilityGrade >= 2)
            ticks.Add(Options.Helpless);
        if (person.LayOff is not null && person.LayOff != LayOff.Never)
            ticks.Add(Options.LaidOff);
        return ticks.ToImmutable();
    }

    private static Answer? YesNo(bool? value) => value is { } known ? new Answer.YesNo(known) : null;

    private static Answer? Number(int? value) => value is { } known ? new Answer.Number(known) : null;

    private static Answer? Yuan(Money? value) => value is { } known ? new Answer.Yuan(known.Yuan) : null;

    private static Answer? Codes(ImmutableHashSet<string>? value) => value is { } known ? new Answer.Codes([.. known]) : null;

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
