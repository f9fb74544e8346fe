using OneVisit.Contracts;
using OneVisit.Domain.Cases;

namespace OneVisit.Bot.Tests.City;

internal static class Sample
{
    /// <summary>What one point may decide.</summary>
    public static AuthorityMatrixView Matrix { get; } = new(
        "township/370982103", "翟镇便民服务点", [new("D1.2", "农村低保", "chief-representative", "首席代表", 5000, new(2026, 1, 1), null, "370982103-01", "新泰市民政局", "in-force", "赵严", new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))],
        [], 1) { Items = [new("D1.2", "农村低保")], StandIns = [new("township/370982101", "东都镇")] };

    /// <summary>Of a city in which nothing was decided yet.</summary>
    public static StatisticsView Figures { get; } = new(
        "city", "", "全市", new(2026, 10, 1), new(2026, 11, 1), null, null, new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero), 3, 3, 0, 0, 0, 0, 0, null, [], null, [], new(0, 0, 0, []), [], null, 0, 0, 0,
        new([], false), new([], false), new([], false));

    public static TaskView Task(string caseId, string taskId = "verify-r1") => new(
        caseId, taskId, "verify", 1, "D1.2", "township-officer", "township/370982103", "张*", null, "史家庄村", 4, new DateOnly(2026, 11, 24), new DateOnly(2026, 12, 8), "green",
        [], null, [], null, null, null, [], [], [], [ActNames.Verified], null, null, null, 3);

    public static Notice Accepted(string to, string caseId) => Notice(to, NoticeKinds.CaseAccepted, caseId, null, ("due", "2026-12-22"), ("provisional", "false"));

    public static Notice Notice(string to, string kind, string caseId, string? taskId = null, params (string Name, string Value)[] data) =>
        new($"{caseId}.1.{kind}-{Guid.NewGuid():N}", to, kind, caseId, taskId, new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero), data.ToDictionary(pair => pair.Name, pair => pair.Value));
}
