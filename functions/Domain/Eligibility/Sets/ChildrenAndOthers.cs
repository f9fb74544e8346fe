using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.Rules;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Sets;

/// <summary>Children without parents who care, workers laid off long ago, and funerals.</summary>
internal static class ChildrenAndOthers
{
    private static readonly LawReference Orphans = Acts.OrphansAsRead.AsAWhole();
    private static readonly LawReference UnsupportedChildren = Acts.UnsupportedChildrenAsRead.AsAWhole();
    private static readonly LawReference ChildrenInNeed = Acts.ChildrenInNeedAsRead.AsAWhole();
    private static readonly LawReference LaidOff = Acts.LaidOffWorkersAsRead.AsAWhole();

    /// <summary>社会散居孤儿基本生活费.</summary>
    public static RuleSet Orphan { get; } = ForMinors(Orphans, ParameterNames.OrphanLiving, PersonLines.Orphan(Orphans), PersonLines.NotDrawnTwice(Orphans, "D9.1"));

    /// <summary>事实无人抚养儿童: at the rate of orphans.</summary>
    public static RuleSet Unsupported { get; } = ForMinors(
        UnsupportedChildren, ParameterNames.OrphanLiving,
        PersonLines.Unsupported(UnsupportedChildren), PersonLines.NotDrawnTwice(UnsupportedChildren, "D2.1", "D8.1"));

    /// <summary>重点困境儿童, as the demonstration defines it: a minor in a poor household, severely disabled or gravely ill.</summary>
    public static RuleSet HardHit { get; } = new PerPerson(
        HouseholdLines.IsPoor(ChildrenInNeed),
        new Someone(ChildrenInNeed, PersonLines.Minor(ChildrenInNeed), PersonLines.HardHitChild(ChildrenInNeed)),
        (in c) => c.Parameters.Other(ParameterNames.HardHitChild)?.Value);

    /// <summary>精简退职老职工40%救济: two fifths of a wage that only the archive knows.</summary>
    public static RuleSet LaidOffWorker { get; } = new WithoutAmount(new Someone(
        LaidOff, PersonLines.LaidOffInTheSixties(LaidOff), PersonLines.LabourLost(LaidOff), PersonLines.WithoutSupport(LaidOff)));

    /// <summary>免除基本殡葬服务费.</summary>
    public static RuleSet Funeral { get; } = new WithoutAmount(HouseholdLines.FuneralGroup(Acts.FuneralsAsRead.AsAWhole()));

    private static PerPerson ForMinors(LawReference law, string parameter, params Condition[] conditions) => new(
        All.OfNothing, new Someone(law, [PersonLines.Minor(law), .. conditions]), (in c) => c.Parameters.Other(parameter)?.Value);
}
