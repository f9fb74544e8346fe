using OneVisit.Contracts;

namespace OneVisit.Functions.Tests.Running;

/// <summary>A household that asks: four people on a cleaner's wage.</summary>
internal static class Applications
{
    public const string IdNumber = "370982197001010016";
    public const string Phone = "13800005678";
    public const string Name = "张桂兰";

    public static HouseholdFacts Household { get; } = new()
    {
        HasLocalHukou = true,
        Area = "rural",
        Members = 4,
        MonthlyIncome = 1300,
        FinancialAssets = 5000,
        OwnsCar = false,
        Homes = 1,
        OwnsNonResidentialProperty = false,
        BusinessCapital = 0,
        HasSeverelyAffectedMember = false,
    };

    /// <summary>Whose daughter is disabled and already supported: two services at once.</summary>
    public static HouseholdFacts WithDaughter { get; } = Household with
    {
        Draws = ["D1.2"],
        People = [new() { BornOn = new DateOnly(1999, 5, 1), DisabilityGrade = 2, DisabilityKind = "physical" }],
        Deceased = "nobody",
    };

    public static SubmitApplication Together(params string[] services) => new(
        Guid.NewGuid().ToString(), services, "zh-CN", WithDaughter, new ApplicantDetails(Name, IdNumber, Phone, Town.Village),
        [], "2026-1", MandateToAgent: true, "女儿残疾，家里只有我一个人挣钱");

    public static SubmitCase Ordinary(bool mandate = true, string? submissionId = null) => new(
        submissionId ?? Guid.NewGuid().ToString(), "D1.2", "zh-CN", Household, new ApplicantDetails(Name, IdNumber, Phone, Town.Village),
        ["M01", "M02", "M03", "M04", "M05", "M07", "M13"], "2026-1", mandate, "丈夫病逝，上有老人下有两个上学的孩子");

    /// <summary>The same household, in the form that several services can be applied for with.</summary>
    public static SubmitApplication OfOne()
    {
        var alone = Ordinary();
        return new(alone.SubmissionId, [alone.Service], alone.Language, alone.Household, alone.Applicant, alone.Materials, alone.PrivacyNotice, alone.MandateToAgent, alone.Story);
    }
}
