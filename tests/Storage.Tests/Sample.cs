using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Services;

namespace OneVisit.Storage.Tests;

/// <summary>Facts of a made-up case.</summary>
internal static class Sample
{
    public const string CaseId = "XT260302-7K2M9Q";

    public static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 30, 0, TimeSpan.Zero);

    public static readonly Actor Resident = Actor.Resident("resident:abc", "张*");

    public static readonly Actor Officer = new("staff:zhai-officer", "翟敏", Role.TownshipOfficer, "township/370982103");

    public static readonly SealedApplicant Applicant = new("v1.k.n", "张*", "v1.k.i", "hash", "370982********0016", "v1.k.p", "138****5678", "370982103201", "370982103");

    public static readonly Submitted Submitted = new(
        CaseId, "submission-0000001", "D1.2", "2026-1", "resident:abc", "zh-CN", Applicant,
        new Household { Area = Area.Rural, Members = 4, MonthlyIncome = new Money(1300.50m) },
        [new ListedMaterial("M04", false), new ListedMaterial("M01", true)], "2026-01", new PreliminaryVerdict(VerdictKind.Likely, new Money(1620)), "丈夫病逝，靠我做保洁过日子");

    public static readonly Accepted Accepted = new(
        new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 30), false, Now.AddDays(20), Now.AddDays(28));

    public static TaskOpened Opened(string stage, StageKind kind, DateOnly due) =>
        new(stage + "-r1", stage, kind, 1, Role.TownshipOfficer, "township/370982103", due, false, Now.AddDays(1), Now.AddDays(2));
}
