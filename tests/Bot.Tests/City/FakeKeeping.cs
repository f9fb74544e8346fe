using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneVisit.Contracts;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Services;

namespace OneVisit.Bot.Tests.City;

/// <summary>What the city looks after, in memory: as the back office answers to its reviewer.</summary>
public sealed class FakeKeeping
{
    public const string CaseId = "XT261124-ABC123";
    public const string Broken = "XT261124-BR0KEN";
    public const string Notice = "GS261124-ABC123";
    public const string Id = "370982197001010016";

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    /// <summary>What was done, each act once for each time it was asked for.</summary>
    public ConcurrentQueue<(string Act, string About, string Words)> Done { get; } = new();

    /// <summary>How everything about a person is handed out.</summary>
    public Func<HttpResponse, Task<IResult>> Exporting { get; set; } = WholeExport;

    public static Task<IResult> WholeExport(HttpResponse response) => Task.FromResult(Results.Bytes("PK"u8.ToArray(), "application/zip", "personal-data.zip"));

    public ConcurrentDictionary<string, HoldView> Holds { get; } = new();

    /// <summary>Operations that a post of theirs may do, by the table itself.</summary>
    public static IReadOnlyList<string> MayOf(string participant)
    {
        Role? role = participant switch { "staff:city-reviewer" => Role.CityReviewer, "staff:bureau-officer" => Role.BureauOfficer, "staff:city-officer" => Role.CityFilingOfficer, _ => Role.TownshipOfficer };
        return [.. ActTable.InForce.All.Where(line => line.Kind == ActKind.Operation && line.MightAllow(new Footing([new(Relation.Post, role)]))).Select(line => line.Act)];
    }

    internal void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(Routes.Holds, () => Results.Json(Holds.Values, Wire.Json));
        api.MapPost(Routes.Holds, async (HttpRequest request) =>
        {
            var wish = (await request.ReadFromJsonAsync<PlaceHold>(Wire.Json))!;
            if (wish.Number is not null && wish.Number != CaseId)
                return Invalid("number", "没有这件");
            if (wish.Reason is not { Length: >= 5 })
                return Invalid("reason", "请写几句");
            Done.Enqueue(("hold", wish.Number ?? wish.IdNumber ?? "", wish.Reason));
            // The same order is one hold.
            var hold = Holds.GetOrAdd("BL261124-00000001", id => new(id, wish.Number, wish.IdNumber is null ? null : "370982********0016", wish.OrderedBy!, wish.Reason, "赵严", Now, true, null, null, null));
            return Results.Json(hold, Wire.Json, statusCode: 201);
        });
        api.MapPost(Routes.LiftHold, async (string holdId, HttpRequest request) =>
        {
            var reason = (await request.ReadFromJsonAsync<LiftHold>(Wire.Json))!.Reason!;
            if (!Holds.TryGetValue(holdId, out var hold))
                return Refused(404, ProblemCodes.NotFound, "没有");
            Done.Enqueue(("lift", holdId, reason));
            return Results.Json(Holds[holdId] = hold with { Stands = false, LiftedBy = "赵严", LiftedAt = Now, LiftReason = reason }, Wire.Json);
        });
        api.MapGet(Routes.Retention, () => Results.Json(
            new RetentionView([new("case-other", "case", "其他办件", "10 年", "archive-first", "机关档案管理规定", "demo", new(2026, 1, 1), null)], new(2026, 11, 1), [new("XT161124-000001", "case-other", new(2026, 11, 23))], new(new(2026, 11, 23), 499, true))
            { Lately = [new("case-other", 1, new(2026, 11, 23))] }, Wire.Json));
        api.MapPost(Routes.Exports, async (HttpRequest request, HttpResponse response) =>
        {
            var wish = (await request.ReadFromJsonAsync<ExportPerson>(Wire.Json))!;
            if (wish.IdNumber != Id)
                return Invalid("idNumber", "身份证号不对");
            Done.Enqueue(("export", wish.Name!, wish.Reason!));
            return await Exporting(response);
        });
        api.MapGet(Routes.NoticeCase, (string number) => number == Notice ? Results.Json(new NoticeCase(number, CaseId), Wire.Json) : Refused(404, ProblemCodes.NotFound, "没有"));
        api.MapGet(Routes.Folder, (string caseId) => caseId == CaseId ? Results.Json(Folder, Wire.Json) : Refused(404, ProblemCodes.NotFound, "没有"));
        api.MapGet(Routes.NoticePlaces, () => Results.Json(new[] { new NoticePlace("370982103", "翟镇") }, Wire.Json));
        api.MapGet(Routes.PointAuthority, (string township) => Results.Json(Sample.Matrix, Wire.Json));
        api.MapGet(Routes.Keys, () => Results.Json(new KeysView("k2", Now, Now, null, false, [new("cases", 3, 7, 1, 0), new("matters", 0, 2, 0, 0)], [new("k1", 3, false)]) { LookUps = new("k2", Now, Now, Now, true, [new("persons", 0, 9), new("staff", 2, 0)], [new("k1", 2, false)]) { StillSince = Now } }, Wire.Json));
        api.MapGet(Routes.Audit, () => Results.Json(new AuditView([new(new(2026, 11, 24), 9, 90, "a1b2c3", [new(CaseId, 4, "changed", $"办件 {CaseId} 的第 4 条被改过。")])]), Wire.Json));
        api.MapPost(Routes.Audit, (string? after) => Results.Json(after is null ? new AuditStretch("x", 1000, []) : new AuditStretch(null, 9, [new(CaseId, 4, "changed", $"办件 {CaseId} 的第 4 条被改过。")]), Wire.Json));
        api.MapGet(Routes.AuditJournal, (string journal) => journal == CaseId ? Results.Json(new JournalCheck(journal, 12, "a1b2", null), Wire.Json)
            : journal == Broken ? Results.Json(new JournalCheck(journal, 4, "a1b2", new(journal, 4, "changed", $"办件 {journal} 的第 4 条被改过。")) { Stands = "broken.a1b2" }, Wire.Json)
            : Refused(404, ProblemCodes.NotFound, "没有"));
        api.MapPut(Routes.AuditAccepted, async (string journal, HttpRequest request) =>
        {
            var wish = (await request.ReadFromJsonAsync<AcceptAuditFinding>(Wire.Json))!;
            if (wish.Reason is not { Length: >= 5 })
                return Invalid("reason", "请写几句");
            Done.Enqueue(("accept", journal, $"{wish.Stands} {wish.Reason}"));
            return Results.Json(new AcceptedFindingView(journal, 4, "changed", "", wish.Reason, "高原", Now), Wire.Json);
        });
        foreach (var (route, act) in ((string, string)[])[(Routes.NoticeTakeDown, "take-down"), (Routes.PaperWithdrawal, "withdraw"), (Routes.Archive, "archive"), (Routes.RatingExclusion, "exclude"), (Routes.Rebuild, "rebuild")])
            api.MapPost(route, (string caseId, HttpRequest request) => TakeAsync(act, caseId, request));
        api.MapPost(Routes.Suspension, (string township, HttpRequest request) => TakeAsync("suspend", township, request));
        api.MapPost(Routes.LiftSuspension, (string township, HttpRequest request) => TakeAsync("resume", township, request));
    }

    private static CaseFolder Folder => new(
        CaseId, "D1.2", "农村低保", "closed", new(2026, 11, 2), new(2026, 11, 3), null, false, "green", "李*", "史家庄村", "翟镇", 4, null, [], [], null, [], [],
        [new("receipt", "受理通知书", "新民受〔2026〕1 号", new(2026, 11, 3), "valid")], [new(Notice, 1, new(2026, 11, 20), new(2026, 11, 26), "hangs", 4, "每月 1,720 元", "370982103201")], [], null, [],
        new(1, [], null, new(2026, 11, 24)), null, null, 1, 12, "a1b2");

    // Done once; asked again it is told that it was, as the back office does.
    private async Task<IResult> TakeAsync(string act, string about, HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var words = await reader.ReadToEndAsync();
        if (act is not ("rebuild" or "archive") && !words.Contains("理由", StringComparison.Ordinal))
            return Invalid("reason", "请写几句");
        if (act == "withdraw" && Done.Any(before => before.Act == act))
            return Results.Json(new Problem("about:blank", "", 409, "办过了", ProblemCodes.AlreadyDone, ActedBy: "赵严", ActedAt: Now), Wire.Json, statusCode: 409);
        Done.Enqueue((act, about, words));
        return act is "suspend" or "resume" ? Results.Json(new AuthorityView("township/" + about, "翟镇", []), Wire.Json) : Results.NoContent();
    }

    private static IResult Invalid(string field, string sentence) =>
        Results.Json(new Problem("about:blank", "有一处要改", 422, Code: ProblemCodes.Invalid, Errors: new Dictionary<string, string[]> { [field] = [sentence] }), Wire.Json, statusCode: 422);

    private static IResult Refused(int status, string code, string sentence) => Results.Json(new Problem("about:blank", "", status, sentence, code), Wire.Json, statusCode: status);
}
