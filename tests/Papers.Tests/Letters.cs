using System.Collections.Immutable;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Law;
using OneVisit.Domain.Services;
using OneVisit.Papers.Issued;

namespace OneVisit.Papers.Tests;

/// <summary>Papers that an office issues to an invented household.</summary>
internal static class Letters
{
    private static readonly Text Allowance = new("农村低保", "Rural subsistence allowance");
    private static readonly Text Bureau = new("新泰市民政局", "Xintai Civil Affairs Bureau");
    private static readonly LawReference Measures = new("最低生活保障审核确认办法", "") { ActInEnglish = "Measures for Review and Confirmation of the Subsistence Allowance" };

    public static OfficeMarks Marks(Language reader = Language.Chinese) => new()
    {
        Reader = reader, Number = "新民确〔2026〕124-H8K2QD号", CaseId = "XT261124-H8K2QD", At = new DateTimeOffset(2026, 12, 8, 2, 0, 0, TimeSpan.Zero),
        Issuer = Bureau, Point = new("翟镇", "Zhai town"), Signers = [new("首席代表 王立新", "Wang Lixin, chief representative")], SealNumber = "3709820103-01",
        CheckCode = "7K2QD-X9ABC-4MN0P-WR5TZ", CheckAddress = "https://mz.example.cn/verify/7K2QD-X9ABC-4MN0P-WR5TZ", Laws = [Measures],
    };

    public static DecisionFacts Approved { get; } = new()
    {
        Name = "张桂兰", IdMasked = "370982********0016", Address = new("翟镇史家庄村", "Shijiazhuang village, Zhai town"), Service = Allowance, Grants = Grants.Monthly,
        Outcome = new CaseOutcome.Approved(new Money(1620), new DateOnly(2027, 1, 1)), AppliedOn = new(2026, 11, 24),
        Found = [new("2026 年 11 月 26 日，翟敏、李强入户调查。", "Zhai Min and Li Qiang visited the household on 26 November 2026."), new("共同生活的家人 4 人，家庭月收入 1,300 元。", "Living together: 4. Household income a month: 1,300 yuan.")],
        Arithmetic = [new("730 元 × 4 人 − 1,300 元 = 1,620 元（演示标准）", "730 yuan × 4 people − 1,300 yuan = 1,620 yuan (demo standard)")],
        Basis = [Measures], Authority = new("本决定由翟镇受新泰市民政局委托、以新泰市民政局的名义作出（行政许可法 第二十四条），使用专用章 3709820103-01。", "Taken by Zhai town under delegation."),
        DeliverBy = new(2026, 12, 11), Phone = "0538-7221100",
    };

    public static ReceiptFacts Receipt { get; } = new()
    {
        Name = "张桂兰", IdMasked = "370982********0016", Service = Allowance, AcceptedOn = new(2026, 11, 24), WorkingDays = 20, DueOn = new(2026, 12, 22),
        Papers =
        [
            new(new("居民身份证", "Resident ID"), ReceiptState.Held, new Text("公安", "public security")), new(new("申请表", "Application form"), ReceiptState.Prefilled),
            new(new("核对授权书", "Authorisation"), ReceiptState.Needed), new(new("学籍证明", "Enrolment proof"), ReceiptState.Later, LaterBy: new DateOnly(2026, 12, 1)),
            new(new("收入声明", "Income statement"), ReceiptState.Committed),
        ],
        Steps = [new(new("收集材料", "Papers collected"), new DateOnly(2026, 11, 27)), new(new("公示", "Public notice"), new DateOnly(2026, 12, 11), 7), new(new("送达", "Told"), null)],
        Decider = new("翟镇（受新泰市民政局委托）", "Zhai town (delegated by the bureau)"), Agent = new("史家庄村代办点", "agents of Shijiazhuang village"), Phone = "0538-7221100",
    };
}
