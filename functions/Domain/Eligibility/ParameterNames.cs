using System.Collections.Immutable;

namespace OneVisit.Domain.Eligibility;

/// <summary>Names of the dated numbers in the catalogue that rules and amounts of the other services go by. Amounts are yuan per month and person.</summary>
public static class ParameterNames
{
    /// <summary>Times the standard, up to which a household is borderline (exclusive).</summary>
    public const string BorderlineFactor = "borderline_factor";

    /// <summary>Share of the income, from 0 to 1, beyond which spending is rigid.</summary>
    public const string RigidSpendingShare = "rigid_spending_share";

    /// <summary>Times the standard of the area.</summary>
    public const string ExtremeHardshipFactorRural = "extreme_hardship_factor_rural";
    public const string ExtremeHardshipFactorUrban = "extreme_hardship_factor_urban";
    public const string DisabilityLivingGrade12 = "disability_living_grade_1_2";
    public const string DisabilityLivingGrade34 = "disability_living_grade_3_4";
    public const string DisabilityCareGrade1 = "disability_care_grade_1";
    public const string DisabilityCareGrade2 = "disability_care_grade_2";
    public const string PoorElder60 = "poor_elder_60_79";
    public const string PoorElder80 = "poor_elder_80_89";
    public const string PoorElder90 = "poor_elder_90_99";
    public const string ElderCare = "elder_care";
    public const string OldAge80 = "old_age_80_89";
    public const string OldAge90 = "old_age_90_99";
    public const string Centenarian = "centenarian";
    public const string OrphanLiving = "orphan_living";
    public const string HardHitChild = "hard_hit_child";

    public static ImmutableArray<string> All { get; } =
    [
        BorderlineFactor, RigidSpendingShare, ExtremeHardshipFactorRural, ExtremeHardshipFactorUrban,
        DisabilityLivingGrade12, DisabilityLivingGrade34, DisabilityCareGrade1, DisabilityCareGrade2,
        PoorElder60, PoorElder80, PoorElder90, ElderCare, OldAge80, OldAge90, Centenarian, OrphanLiving, HardHitChild,
    ];
}
