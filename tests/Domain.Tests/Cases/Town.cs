using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Law;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>The people, the procedure and the calendar of the stories.</summary>
internal static class Town
{
    public const string CaseId = "XT260302-7K2M9Q";
    public const string Owner = "resident:abc";

    /// <summary>Monday 2 March 2026, 9:30 in Beijing. 20 working days later is Monday 30 March.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 30, 0, TimeSpan.Zero);

    public static readonly DateOnly Since = new(2026, 1, 1);

    public static readonly StaffMember Agent = Staff("shi-agent", "史建国", Role.VillageAgent, "village/370982103201");
    public static readonly StaffMember Officer = Staff("zhai-officer", "翟敏", Role.TownshipOfficer, "township/370982103");
    public static readonly StaffMember Second = Staff("zhai-officer-2", "孟凡强", Role.TownshipOfficer, "township/370982103");
    public static readonly StaffMember Chief = Staff("zhai-chief", "王立新", Role.ChiefRepresentative, "township/370982103");
    public static readonly StaffMember Reviewer = Staff("zhai-reviewer", "秦岭", Role.TownshipOfficer, "township/370982103");
    public static readonly StaffMember Deputy = Staff("zhai-deputy", "何秀英", Role.DeputyRepresentative, "township/370982103");
    public static readonly StaffMember BureauOfficer = Staff("bureau-officer", "孙宁", Role.BureauOfficer, "city/370982");
    public static readonly StaffMember Filing = Staff("city-filing", "李文静", Role.CityFilingOfficer, "city/370982");
    public static readonly StaffMember OtherOfficer = Staff("other-officer", "周平", Role.TownshipOfficer, "township/370982104");

    public static readonly Procedure Procedure = new("2026-1", Since, null, 20, "review",
    [
        One("accept", StageKind.Accept, Role.System, OfficeLevel.Township, new(0)),
        One("collect", StageKind.Collect, Role.VillageAgent, OfficeLevel.Village, new(3)),
        new([
            Stage("survey", StageKind.Survey, Role.TownshipOfficer, OfficeLevel.Township, new(10)),
            Stage("verify", StageKind.Verify, Role.TownshipOfficer, OfficeLevel.Township, new(10))]),
        One("review", StageKind.Review, Role.TownshipOfficer, OfficeLevel.Township, new(12)),
        One("notice", StageKind.Notice, Role.TownshipOfficer, OfficeLevel.Township, new(13, null, 7)),
        One("decide", StageKind.Decide, Role.ChiefRepresentative, OfficeLevel.Township, new(20)),
        One("deliver", StageKind.Deliver, Role.System, OfficeLevel.Township, new()),
        One("file", StageKind.File, Role.CityFilingOfficer, OfficeLevel.City, new(null, 3)),
        One("close", StageKind.Close, Role.System, OfficeLevel.City, new()),
    ]);

    public static readonly WorkingDayCalendar Calendar = new([new CalendarYear(2026, [new(new(2026, 4, 4), new(2026, 4, 6)), new(new(2026, 5, 1), new(2026, 5, 5))], [new(2026, 5, 9)])]);

    public static readonly SealedApplicant Applicant = new("v1.k.n", "张*", "v1.k.i", "hash", "370982********0016", "v1.k.p", "138****5678", "370982103201", "370982103");

    public static readonly Submitted Application = new(
        CaseId, "submission-0000001", "D1.2", "2026-1", Owner, "zh-CN", Applicant,
        new Household { Area = Area.Rural, Members = 4, MonthlyIncome = new Money(1300) },
        [new("M04", false), new("M07", false), new("M01", true)], "2026-01", new PreliminaryVerdict(VerdictKind.Likely, new Money(1620)), "靠我做保洁过日子");

    /// <summary>What the bureau delegated to the town: the allowance and the items for children, to its chief representative, whatever the amount.</summary>
    public static readonly PointAuthority Authority = Delegated(Line(), Line(item: "D8.1"), Line(item: "D9.1"), Line(item: "D10.1"));

    /// <summary>A line of the matrix.</summary>
    public static AuthorityGrant Line(Role holder = Role.ChiefRepresentative, decimal? upTo = null, string item = "D1.2", DateOnly? from = null, DateOnly? to = null) =>
        new(item, holder, from ?? Since, "370982103-01", "新泰市民政局", Money.OrNull(upTo), to);

    public static PointAuthority Delegated(params AuthorityGrant[] lines) =>
        new("township/370982103", 1, []) { Lines = [.. lines.Select(line => new AuthorityLine(line, Actor.System, Start))] };

    /// <summary>An instant at ten in the morning in Beijing.</summary>
    public static DateTimeOffset At(int month, int day) => BeijingTime.StartOf(new DateOnly(2026, month, day)).AddHours(10);

    public static StaffMember Staff(string id, string name, Role role, string office) => new(id, name, [new Post(role, office, Since)]);

    private static Step One(string id, StageKind kind, Role role, OfficeLevel level, StageLimit limit) => new([Stage(id, kind, role, level, limit)]);

    private static Stage Stage(string id, StageKind kind, Role role, OfficeLevel level, StageLimit limit) =>
        new(id, kind, new Text(id, id), role, level, limit, new LawReference("社会救助暂行办法", "第十一条"));
}
