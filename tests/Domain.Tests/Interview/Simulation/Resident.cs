using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Eligibility.Facts;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Interview;

namespace OneVisit.Domain.Tests.Interview.Simulation;

/// <summary>Answers from what is true of a household; what is not told there is answered with "not known".</summary>
internal sealed class Resident(Household truth, DateOnly day)
{
    private static readonly Answer NotKnown = new Answer.NotKnown();

    // Whom a resident would name when asked who is there.
    private ImmutableArray<Person>? named;

    public Answer To(Inquiry inquiry, ImmutableArray<Option> options)
    {
        if (inquiry is { Checklist: Checklist.WhoIsThere, Person: 0 } && truth.People is { } people)
            named = [.. people.Where(person => TicksOf(person, day).Any(code => options.Any(option => option.Code == code)))];
        return (inquiry.Question is { } question ? Single(question, inquiry.Person) : Ticked(inquiry, options)) ?? NotKnown;
    }

    private Answer? Single(Question question, int? at) => FactBook.Read(truth with { People = named }, question, at) switch
    {
        bool yes => new Answer.YesNo(yes),
        int number => new Answer.Number(number),
        Money yuan => new Answer.Yuan(yuan.Yuan),
        DateOnly date => new Answer.Day(date),
        Area area => new Answer.Word(area.Code()),
        DeceasedGroup.Somebody => new Answer.Word("somebody-else"),
        Enum value => new Answer.Word(Kebab(value.ToString())),
        ImmutableHashSet<string> codes => new Answer.Codes([.. codes]),
        Disability disability => new Answer.Certificate(disability.Kind, disability.Grade),
        Parents parents => new Answer.Parents(parents.Father, parents.Mother),
        LayOff work => new Answer.Work(work),
        Away away => new Answer.Absence(away.Reason, away.Since),
        Dependence dependence => (dependence.OnTheHousehold | dependence.Studies) is { } depends ? new Answer.YesNo(depends) : null,
        ImmutableArray<Income> incomes => new Answer.Incomes([.. incomes.Select(income => income with { Person = PlaceAmongNamed(income.Person) })]),
        _ => null,
    };

    // Somebody who was not named has no place.
    private int? PlaceAmongNamed(int? person) =>
        person is { } at && named is { } people && people.IndexOf(truth.People!.Value[at]) is var place and >= 0 ? place : null;

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
        if (person.WasOrphan == true && person.InFullTimeStudy == true && age >= 18)
            ticks.Add(Options.OrphanStudent);
        return ticks.ToImmutable();
    }

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
