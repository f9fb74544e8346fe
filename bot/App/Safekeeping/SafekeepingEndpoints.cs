using Microsoft.AspNetCore.Mvc;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Board;
using OneVisit.Bot.Pages;

namespace OneVisit.Bot.Safekeeping;

/// <summary>
/// The city keeps watch over what is kept, on pages for its reviewers and officers: holds, how long, exports, one case, suspended points, the audit, the keys.
/// </summary>
internal static class SafekeepingEndpoints
{
    private const int LargestForm = 32 * 1024;
    private const string Root = "/safekeeping";

    public static void AddSafekeeping(this IServiceCollection services)
    {
        services.AddTransient<KeeperDoor>();
        services.AddTransient<HoldsDoor>();
        services.AddTransient<RetentionDoor>();
        services.AddTransient<ExportsDoor>();
        services.AddTransient<CasesDoor>();
        services.AddTransient<PointsDoor>();
        services.AddTransient<AuditDoor>();
        services.AddTransient<KeysDoor>();
    }

    public static void MapSafekeeping(this IEndpointRouteBuilder app)
    {
        app.MapGet(Root, (HttpContext http, KeeperDoor door, CancellationToken stop) => door.OpenAsync(http, null, keeper => Task.FromResult(All(keeper)), stop));
        MapPages(app.MapGroup(Root));
        MapForms(app.MapGroup(Root).AddEndpointFilter<OwnForms>().WithMetadata(new RequestSizeLimitAttribute(LargestForm)));
    }

    private static void MapPages(RouteGroupBuilder pages)
    {
        pages.MapGet("/holds", (HttpContext http, HoldsDoor door, CancellationToken stop) => door.ShowAsync(http, stop));
        pages.MapGet("/retention", (HttpContext http, RetentionDoor door, CancellationToken stop) => door.ShowAsync(http, stop));
        pages.MapGet("/exports", (HttpContext http, ExportsDoor door, CancellationToken stop) => door.ShowAsync(http, stop));
        pages.MapGet("/cases", (HttpContext http, CasesDoor door, CancellationToken stop) => door.AskAsync(http, stop));
        pages.MapGet("/cases/{caseId}", (string caseId, HttpContext http, CasesDoor door, CancellationToken stop) => door.ShowAsync(http, caseId, stop));
        pages.MapGet("/points", (HttpContext http, PointsDoor door, CancellationToken stop) => door.ListAsync(http, stop));
        pages.MapGet("/points/{township}", (string township, HttpContext http, PointsDoor door, CancellationToken stop) => door.ShowAsync(http, township, stop));
        pages.MapGet("/audit", (HttpContext http, AuditDoor door, CancellationToken stop) => door.ShowAsync(http, stop));
        pages.MapGet("/keys", (HttpContext http, KeysDoor door, CancellationToken stop) => door.ShowAsync(http, stop));
        // Who comes back to the address of a form that was sent finds its page.
        pages.MapGet("/holds/{holdId}", () => Results.Redirect(KeeperTab.Holds.Path));
        pages.MapGet("/cases/{caseId}/{**act}", (string caseId) => Results.Redirect($"{KeeperTab.Cases.Path}/{Uri.EscapeDataString(caseId)}"));
        pages.MapGet("/points/{township}/resume", (string township) => Results.Redirect($"{KeeperTab.Points.Path}/{Uri.EscapeDataString(township)}"));
        pages.MapGet("/audit/{**form}", () => Results.Redirect(KeeperTab.Audit.Path));
    }

    private static void MapForms(RouteGroupBuilder forms)
    {
        forms.MapPost("/holds", (HttpContext http, HoldsDoor door, CancellationToken stop) => door.OrderAsync(http, stop));
        forms.MapPost("/holds/{holdId}", (string holdId, HttpContext http, HoldsDoor door, CancellationToken stop) => door.EndAsync(http, holdId, stop));
        forms.MapPost("/exports", (HttpContext http, ExportsDoor door, CancellationToken stop) => door.ExportAsync(http, stop));
        forms.MapPost("/cases", (HttpContext http, CasesDoor door, CancellationToken stop) => door.FindAsync(http, stop));
        forms.MapPost("/cases/{caseId}/notice", (string caseId, HttpContext http, CasesDoor door, CancellationToken stop) => door.TakeNoticeDownAsync(http, caseId, stop));
        forms.MapPost("/cases/{caseId}/papers/{kind}", (string caseId, string kind, HttpContext http, CasesDoor door, CancellationToken stop) => door.WithdrawAsync(http, caseId, kind, stop));
        forms.MapPost("/cases/{caseId}/archive", (string caseId, HttpContext http, CasesDoor door, CancellationToken stop) => door.ArchiveAsync(http, caseId, stop));
        forms.MapPost("/cases/{caseId}/rating", (string caseId, HttpContext http, CasesDoor door, CancellationToken stop) => door.ExcludeAsync(http, caseId, stop));
        forms.MapPost("/cases/{caseId}/process", (string caseId, HttpContext http, CasesDoor door, CancellationToken stop) => door.RebuildAsync(http, caseId, stop));
        forms.MapPost("/points/{township}", (string township, HttpContext http, PointsDoor door, CancellationToken stop) => door.SuspendAsync(http, township, stop));
        forms.MapPost("/points/{township}/resume", (string township, HttpContext http, PointsDoor door, CancellationToken stop) => door.ResumeAsync(http, township, stop));
        forms.MapPost("/audit", (HttpContext http, AuditDoor door, CancellationToken stop) => door.CheckAllAsync(http, stop));
        forms.MapPost("/audit/journal", (HttpContext http, AuditDoor door, CancellationToken stop) => door.CheckOneAsync(http, stop));
        forms.MapPost("/audit/accepted", (HttpContext http, AuditDoor door, CancellationToken stop) => door.AcceptAsync(http, stop));
    }

    private static IResult All(Keeper keeper) => keeper.Page(Html.Of($"""
        <ul class="pages">{Html.Join(KeeperTab.All.Where(keeper.May).Select(tab => Html.Of($"<li><a href=\"{tab.Path}\">{keeper.Say("safeTab-" + tab.Name)}</a><br><span class=\"quiet\">{keeper.Say("safeLead-" + tab.Name)}</span></li>")))}</ul>
        """));
}
