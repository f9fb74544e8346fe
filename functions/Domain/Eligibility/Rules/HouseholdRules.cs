using OneVisit.Domain.Eligibility.Composition;
using OneVisit.Domain.Eligibility.Conditions;
using static OneVisit.Domain.Eligibility.Composition.ArgumentKind;
using static OneVisit.Domain.Eligibility.Composition.RuleBook;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Rules about the household as a whole: where it belongs, what it draws, what happened to it, and what it owns.</summary>
internal static class HouseholdRules
{
    private static readonly NumberByArea Standard = new(ParameterNames.StandardRural, ParameterNames.StandardUrban);
    private static readonly NumberByArea UrbanStandard = new(ParameterNames.StandardUrban, ParameterNames.StandardUrban);
    private static readonly NumberByArea Disposable = new(ParameterNames.DisposableIncomeRural, ParameterNames.DisposableIncomeUrban);

    private static readonly Question[] Spending = [Question.MedicalSpending, Question.RehabilitationSpending, Question.EducationSpending];

    public static IEnumerable<RuleDefinition> All =>
    [
        // One applies where the household is registered (户籍所在地).
        Household(RuleNames.LocalHukou, Question.LocalHukou, [], _ => (in c) => c.Household.HasLocalHukou),
        // Rural households go by the rural standard, urban ones by the urban: the service is the one of the household's area.
        Household(RuleNames.AreaMatches, Question.Area, [], _ => (in c) => c.Household.Area is { } area ? area == c.Area : null),
        Household(RuleNames.HereOrAtHome, Question.IsHereOtherwise, [], _ => (in c) => c.Household.IsHereOtherwise),

        // Income and what must be spent.
        Household(RuleNames.IncomeBelowStandard, [Question.Members, Question.Area, Question.MonthlyIncome], [], line => new IncomeBelowStandard(line),
            RuleNames.IncomeAtLeastStandard, Standard),
        Household(RuleNames.IncomeBelowBorderline, [Question.Members, Question.Area, Question.MonthlyIncome], [new("factor", Parameter)],
            line => new IncomeBelowBorderline(line), RuleNames.IncomeAtLeastBorderline, Standard),
        Household(RuleNames.IncomeBelowDisposable, [Question.Members, Question.Area, Question.MonthlyIncome], [], line => new IncomeBelowDisposable(line), null, Disposable),
        Household(RuleNames.IncomeAfterSpendingBelowStandard, [Question.Members, Question.Area, Question.MonthlyIncome, .. Spending], [],
            line => new IncomeAfterSpendingBelowStandard(line), null, Standard),
        Household(RuleNames.OpenBySpending, [Question.Members, Question.Area, Question.MonthlyIncome, .. Spending], [], line => new OpenBySpending(line),
            RuleNames.NotOpenBySpending, Standard, Disposable),
        Household(RuleNames.SomethingHadToBeSpent, [.. Spending], [], line => new SomethingHadToBeSpent(line)),
        Household(RuleNames.RigidSpendingShare, [Question.MonthlyIncome, .. Spending], [new("share", Parameter)], line => new RigidSpendingShare(line)),

        // What a household that is helped by its income may own.
        Household(RuleNames.NoCar, Question.Car, [], _ => (in c) => !c.Household.OwnsCar),
        Household(RuleNames.HomesWithinLimit, [Question.Homes, Question.HomesBelowAverageArea], [new("most", Parameter), new("most_if_small", Parameter)],
            line => new HomesWithinLimit(line)),
        Household(RuleNames.NoNonResidentialProperty, Question.NonResidentialProperty, [], _ => (in c) => !c.Household.OwnsNonResidentialProperty),
        Household(RuleNames.FinancialAssetsWithinLimit, [Question.Members, Question.FinancialAssets], [new("months", Parameter)],
            line => new FinancialAssetsWithinLimit(line), null, UrbanStandard),
        Household(RuleNames.BusinessCapitalWithinLimit, [Question.BusinessCapital], [new("most", Parameter)], BusinessCapital),

        // What it draws today; to be likely to get it is not enough.
        Household(RuleNames.DrawsAllowance, Question.Draws, [new("services", ArgumentKind.Services)], Draws),
        Household(RuleNames.DrawsExtremeHardship, Question.Draws, [new("services", ArgumentKind.Services)], Draws),
        Household(RuleNames.PoorHousehold, Question.Draws, [new("services", ArgumentKind.Services)], Draws),
        Household(RuleNames.DrawsNeither, Question.Draws, [new("services", ArgumentKind.Services)], DrawsNeither),

        // Before anybody is told of who might claim alone.
        Household(RuleNames.SomebodySeverelyAffected, Question.SeverelyAffectedMember, [], _ => (in c) => c.Household.HasSeverelyAffectedMember),
        // What happened.
        Household(RuleNames.EmergencyHappened, Question.Emergency, [], _ => (in c) => c.Household.Emergency is { } emergency ? emergency != Emergency.None : null),
        Household(RuleNames.FuneralGroup, Question.Deceased, [],
            _ => (in c) => c.Household.Deceased is { } deceased ? deceased is not (DeceasedGroup.Nobody or DeceasedGroup.Somebody) : null),
    ];

    private static Test Draws(RuleLine line)
    {
        var services = line.Services("services");
        return (in c) =>
        {
            if (c.Household.Draws is not { } draws)
                return null;
            foreach (var service in services)
            {
                if (draws.Contains(service))
                    return true;
            }
            return false;
        };
    }

    private static Test DrawsNeither(RuleLine line)
    {
        var draws = Draws(line);
        return (in c) => !draws(c);
    }

    private static LineOfLaw BusinessCapital(RuleLine line)
    {
        var limit = line.Parameter("most");
        return new(
            line,
            (in c) => c.Household.BusinessCapital is { } capital && c.Number(limit) is { } most ? capital.Yuan <= most : null,
            (in c) => c.Household.BusinessCapital is { } capital && c.Number(limit) is { } most
                ? [new(FigureNames.Capital, capital.Yuan), new(FigureNames.Limit, most)]
                : null);
    }
}
