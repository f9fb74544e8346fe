using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using static OneVisit.Domain.Eligibility.QuestionSet;

namespace OneVisit.Domain.Interview;

/// <summary>Which facts a checklist answers, and what its ticks say of them.</summary>
internal static class Checklists
{
    public static readonly ImmutableArray<Checklist> All = [.. Enum.GetValues<Checklist>()];

    private static readonly ImmutableArray<UInt128> Facts =
    [
        Bit(Question.LocalHukou) | Bit(Question.Area),
        Bit(Question.People),
        Bit(Question.Car) | Bit(Question.Homes) | Bit(Question.NonResidentialProperty) | Bit(Question.BusinessCapital) | Bit(Question.FinancialAssets),
        Bit(Question.Emergency) | Bit(Question.Deceased),
        Bit(Question.Draws),
        Bit(Question.MedicalSpending) | Bit(Question.RehabilitationSpending) | Bit(Question.EducationSpending),
    ];

    /// <summary>Facts of the household, one bit each.</summary>
    public static UInt128 FactsOf(Checklist checklist) => Facts[(int)checklist];

    /// <summary>Everything a list can offer.</summary>
    public static ImmutableArray<Option> EveryOption(Checklist checklist, ImmutableArray<string> benefits) => [.. (checklist switch
    {
        Checklist.Registration => [Options.HereRural, Options.HereUrban, Options.Elsewhere],
        Checklist.WhoIsThere =>
            [Options.Elder, Options.Child, Options.Disabled, Options.GravelyIll, Options.Helpless, Options.LaidOff, Options.OrphanStudent, Options.Another],
        Checklist.Belongings => [Options.Car, Options.SecondHome, Options.Shop, Options.Business, Options.Savings],
        Checklist.WhatHappened => [Options.Fire, Options.Accident, Options.SuddenIllness, Options.Death],
        Checklist.Spending => [Options.Medical, Options.Rehabilitation, Options.Education],
        _ => benefits,
    }).Select(code => new Option(code))];

    /// <summary>The household after the ticks: what was offered and not ticked is no, a tick is yes or leaves its sum to be asked.</summary>
    public static Household Tell(Household household, Answer.Ticked ticked)
    {
        foreach (var option in ticked.Offered)
            household = Tell(household, option, ticked.Ticks.Contains(option.Code));
        return household;
    }

    /// <summary>Emergencies and draws need all ticks at once.</summary>
    public static Household TellTogether(Household household, Checklist checklist, Answer.Ticked ticked) => checklist switch
    {
        Checklist.WhatHappened when ticked.Offered.Any(option => EmergencyOf(option.Code) is not null) => household with
        {
            Emergency = ticked.Ticks.Select(EmergencyOf).FirstOrDefault(emergency => emergency is not null) ?? Emergency.None,
        },
        Checklist.WhatIsDrawn => household with { Draws = SingleFacts.Set(ticked.Ticks) },
        _ => household,
    };

    /// <summary>The person whom the ticks describe; <c>null</c>: there is none.</summary>
    public static Person? PersonOf(Answer.Ticked ticked)
    {
        if (ticked.Ticks.All(code => code == Options.Another))
            return null;
        var helpless = Ticks(Options.Helpless);
        return new Person
        {
            Disability = Ticks(Options.Disabled) == false ? Disability.None : null,
            GraveIllness = Ticks(Options.GravelyIll),
            CannotCareForSelf = helpless,
            // Who needs nobody's help has lost no ability that the assessment grades moderate or severe.
            AbilityGrade = helpless == false ? 0 : null,
            LayOff = Ticks(Options.LaidOff) == false ? LayOff.Never : null,
            WasOrphan = Ticks(Options.OrphanStudent),
            InFullTimeStudy = Ticks(Options.OrphanStudent) == true ? true : null,
        };

        bool? Ticks(string code) => ticked.Ticks.Contains(code) ? true : ticked.Offered.Any(option => option.Code == code) ? false : null;
    }

    private static Household Tell(Household household, Option option, bool isTicked) => option.Code switch
    {
        Options.HereRural when isTicked => household with { HasLocalHukou = true, Area = Area.Rural },
        Options.HereUrban when isTicked => household with { HasLocalHukou = true, Area = Area.Urban },
        Options.Elsewhere when isTicked => household with { HasLocalHukou = false },
        Options.Car => household with { OwnsCar = isTicked },
        Options.Shop => household with { OwnsNonResidentialProperty = isTicked },
        Options.SecondHome => household with { Homes = isTicked ? null : 1 },
        // Not over the sum: as much as that at most, which is what the limits look at.
        Options.Business => household with { BusinessCapital = isTicked ? null : new Money(option.Over ?? 0) },
        Options.Savings => household with { FinancialAssets = isTicked ? null : new Money(option.Over ?? 0) },
        Options.Death => household with { Deceased = isTicked ? null : DeceasedGroup.Nobody },
        Options.Medical => household with { YearlyMedicalSpending = isTicked ? null : Money.Zero },
        Options.Rehabilitation => household with { YearlyRehabilitationSpending = isTicked ? null : Money.Zero },
        Options.Education => household with { YearlyEducationSpending = isTicked ? null : Money.Zero },
        _ => household,
    };

    private static Emergency? EmergencyOf(string code) => code switch
    {
        Options.Fire => Emergency.Fire,
        Options.Accident => Emergency.Accident,
        Options.SuddenIllness => Emergency.SuddenIllness,
        _ => null,
    };
}
