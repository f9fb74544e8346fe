using System.Collections.Immutable;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Law;
using OneVisit.Papers.Forms;

namespace OneVisit.Papers.Tests;

/// <summary>A family, made up, as the back office tells it to a form.</summary>
internal static class Families
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 1, 30, 5, TimeSpan.Zero);

    public static FormFacts Zhang(Language reader = Language.Chinese) => new()
    {
        Reader = reader,
        PrintedAt = Now,
        CaseId = "OV-20261124-4821",
        Name = "张桂兰",
        IdNumber = "370982197001010016",
        Phone = "13800005678",
        Village = new("史家庄村", "Shijiazhuang Village"),
        Township = new("翟镇", "Zhai Town"),
        Services = [new("农村低保", "Rural subsistence allowance"), new("临时救助", "Temporary relief")],
        Household = new Household
        {
            HasLocalHukou = true, Area = Area.Rural, Members = 4, MonthlyIncome = new(1300), FinancialAssets = new(5000), OwnsCar = false, Homes = 1,
            OwnsNonResidentialProperty = false, BusinessCapital = new(0), YearlyEducationSpending = new(12_345.5m),
        },
        Papers =
        [
            new(new("家庭经济状况核对授权书（每位成年人签字）", "authorisation to check the household's finances, signed by each adult"), new("原件", "original"), null),
            new(new("诚信承诺书", "statement of truthfulness"), new("原件", "original"), null),
            new(new("居民身份证", "Resident ID card"), new("原件出示", "original, shown only"), new("公安部门人口库", "police population register")),
        ],
        Laws = [new("社会救助暂行办法", "第九条") { ActInEnglish = "Interim Measures for Social Assistance", ArticleInEnglish = "Article 9" }, new("某地办法", "", SourceStatus.Analog)],
        Mandate = new(new("史家庄村村级帮办代办点", "the service point of Shijiazhuang Village"), new DateOnly(2027, 2, 24)),
    };
}
