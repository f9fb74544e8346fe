using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using OneVisit.Contracts;

namespace OneVisit.Bot.Tests.City;

/// <summary>A back office that keeps applications and tasks in memory. It can be down.</summary>
public sealed class FakeBackOffice : IAsyncDisposable
{
    // The end of a zip, and nothing before it.
    private static readonly byte[] EmptyZip = [.. "PK"u8, 5, 6, .. new byte[18]];

    private readonly WebApplication _app;
    private volatile Outage? _outage;

    private FakeBackOffice(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First() + "/");

    /// <summary>Who asked for what: subject of the token and path.</summary>
    public ConcurrentQueue<(string Participant, string Path)> Asked { get; } = new();

    /// <summary>What was shown for it, in the same order.</summary>
    public ConcurrentQueue<string> Tokens { get; } = new();

    /// <summary>Whose an account is.</summary>
    public ConcurrentDictionary<Guid, StaffAccountView> Accounts { get; } = new();
    /// <summary>What each showed as proven, and when they said they acted, request by request.</summary>
    public ConcurrentQueue<(string Participant, string Path, string Proof, string ActedAt)> Shown { get; } = new();

    public ConcurrentDictionary<string, SubmitCase> Applications { get; } = new();

    public ConcurrentDictionary<string, TaskView> Tasks { get; } = new();

    /// <summary>By submission.</summary>
    public ConcurrentDictionary<string, FileComplaint> Complaints { get; } = new();

    /// <summary>Changes of the authority matrix of the one point there is.</summary>
    public ConcurrentQueue<ChangeAuthority> AuthorityChanges { get; } = new();

    public ConcurrentQueue<(string CaseId, RateCase Rating)> Ratings { get; } = new();

    /// <summary>What it answers, instead, to whoever reads a task of these cases, or asks whose these accounts are.</summary>
    public ConcurrentDictionary<string, int> Broken { get; } = new();

    /// <summary>What notices say, by their ids; another status than 200 is answered instead.</summary>
    public ConcurrentDictionary<string, (int Status, NoticeTelling Telling)> Notices { get; } = new();

    /// <summary>It wrote this one.</summary>
    public Notice Wrote(Notice notice)
    {
        Notices[notice.NoticeId] = (200, new NoticeTelling(notice.Kind, notice.CaseId, notice.TaskId, notice.Data));
        return notice;
    }

    public ConcurrentQueue<(string Name, long Bytes)> Documents { get; } = new();

    /// <summary>It asks everybody to wait.</summary>
    public bool AsksToWait { get; set; }

    /// <summary>Drafts of which a form was printed.</summary>
    public ConcurrentQueue<(string Material, SubmitApplication Draft)> Drafts { get; } = new();

    /// <summary>Papers of cases, by id.</summary>
    public ConcurrentDictionary<string, KeptPaper> Papers { get; } = new();

    public ConcurrentQueue<(string CaseId, string Material, SignForm Signature)> Signatures { get; } = new();

    public FakeKeeping Keeping { get; } = new();

    /// <summary>How everything about a resident is handed out.</summary>
    public Func<HttpResponse, Task<IResult>> Exporting { get; set; } = WholeExport;

    public static Task<IResult> WholeExport(HttpResponse response) => Task.FromResult(Results.Bytes(EmptyZip, "application/zip"));

    /// <summary>What it says of the once-only debt, and when.</summary>
    public Func<CancellationToken, Task<IResult>> OnceOnly { get; set; } = _ => Task.FromResult(Results.StatusCode(503));

    public static async Task<FakeBackOffice> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var office = new FakeBackOffice(builder.Build());
        office.Map();
        await office._app.StartAsync();
        return office;
    }

    /// <summary>Connections to it break off until the outage is disposed of.</summary>
    public Outage GoDown() => _outage = new Outage(() => _outage = null);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map()
    {
        _app.Use((http, next) =>
        {
            if (_outage is { } outage)
            {
                http.Abort();
                outage.BeFelt();
                return Task.CompletedTask;
            }
            if (AsksToWait)
                return Results.Json(new Problem("about:blank", "", 429, Code: ProblemCodes.TooMany), Wire.Json, "application/problem+json", 429).ExecuteAsync(http);
            var (token, participant) = (http.Request.Headers.Authorization.ToString(), ParticipantOf(http.Request));
            Asked.Enqueue((participant, http.Request.Path));
            Tokens.Enqueue(token);
            Shown.Enqueue((participant, http.Request.Path, http.Request.Headers[Headers.Proof].ToString(), http.Request.Headers[Headers.ActedAt].ToString()));
            return next(http);
        });
        var api = _app.MapGroup("/" + Routes.Prefix);
        api.MapPost(Routes.Cases, async (HttpRequest request) =>
        {
            var application = (await request.ReadFromJsonAsync<SubmitCase>(Wire.Json))!;
            var isNew = Applications.TryAdd(application.SubmissionId, application);
            return Results.Json(new CaseReceipt(
                "XT261124-" + application.SubmissionId[..6].ToUpperInvariant(), application.Service, new DateOnly(2026, 11, 24), new DateOnly(2026, 12, 22), false, !isNew, ["collect"]), Wire.Json);
        });
        api.MapGet(Routes.MyCases, (HttpResponse response) =>
        {
            response.Headers.Append(Headers.Proof, "person-them.1.2.signature");
            return Results.Json(Array.Empty<CaseSummary>(), Wire.Json);
        });
        api.MapPost(Routes.Complaints, async (HttpRequest request) =>
        {
            var complaint = (await request.ReadFromJsonAsync<FileComplaint>(Wire.Json))!;
            Complaints.TryAdd(complaint.SubmissionId!, complaint);
            return Results.Json(new ComplaintReceipt("TS261124-7K2M9QXY", "ABCDE12345", new DateOnly(2026, 12, 8), false, null), Wire.Json, statusCode: 201);
        });
        api.MapGet(Routes.Complaint, (string complaintId, HttpRequest request) => request.Headers[Headers.PickupCode] == "ABCDE12345"
            ? Results.Json(new ComplaintView(complaintId, "complaint", "open", new DateOnly(2026, 11, 24), new DateOnly(2026, 12, 8), "green", null, null, null, null), Wire.Json)
            : Results.Json(new Problem("about:blank", "", 404, Code: ProblemCodes.NotFound), Wire.Json, statusCode: 404));
        api.MapPost(Routes.Rating, async (string caseId, HttpRequest request) =>
        {
            Ratings.Enqueue((caseId, (await request.ReadFromJsonAsync<RateCase>(Wire.Json))!));
            return Results.Json(new { caseId });
        });
        api.MapGet(Routes.Work, () => Results.Json(Tasks.Values.Where(task => task.Result is null), Wire.Json));
        api.MapGet(Routes.Clients, () => Results.Json(Array.Empty<ClientView>(), Wire.Json));
        api.MapGet(Routes.AuthorityMatrix, () => Results.Json(new[] { Sample.Matrix }, Wire.Json));
        api.MapPut(Routes.PointAuthority, async (string township, HttpRequest request) =>
        {
            AuthorityChanges.Enqueue((await request.ReadFromJsonAsync<ChangeAuthority>(Wire.Json))!);
            return Results.Json(Sample.Matrix, Wire.Json);
        });
        api.MapGet(Routes.StaffAccount, (Guid account) => Broken.TryGetValue(account.ToString("D"), out var status)
            ? Results.StatusCode(status)
            : Accounts.TryGetValue(account, out var who)
            ? Results.Json(who, Wire.Json)
            : Results.Json(new Problem("about:blank", "", 404, Code: ProblemCodes.NotFound), Wire.Json, statusCode: 404));
        api.MapGet(Routes.Me, (HttpRequest request) => Results.Json(
            new Me("staff:zhai-officer", "翟敏", "township-officer", "township/370982103", "翟镇") { May = FakeKeeping.MayOf(ParticipantOf(request)) }, Wire.Json));
        Keeping.Map(api);
        api.MapGet(Routes.Task, (string caseId, string taskId) => Broken.TryGetValue(caseId, out var status) ? Results.StatusCode(status) : Tasks.TryGetValue(caseId + "/" + taskId, out var task) ? Results.Json(task, Wire.Json) : Results.NotFound());
        api.MapGet(Routes.MyNotice, (string noticeId) => !Notices.TryGetValue(noticeId, out var told)
            ? Results.Json(new Problem("about:blank", "", 404, Code: ProblemCodes.NotFound), Wire.Json, statusCode: 404)
            : told.Status switch
            {
                200 => Results.Json(told.Telling, Wire.Json),
                410 => Results.Json(new Problem("about:blank", "", 410, Code: told.Telling.Kind == NoticeKinds.CaseRefused ? ProblemCodes.NoticeGone : ProblemCodes.Erased), Wire.Json, statusCode: 410),
                401 => Results.Json(new Problem("about:blank", "", 401, Code: ProblemCodes.NotSignedIn), Wire.Json, statusCode: 401),
                404 => Results.Json(new Problem("about:blank", "", 404, Code: ProblemCodes.NoSuchAddress), Wire.Json, statusCode: 404),
                var other => Results.StatusCode(other),
            });
        api.MapPost(Routes.TaskOutcome, ActAsync);
        api.MapGet(Routes.MyExport, (HttpResponse response) => Exporting(response));
        api.MapGet(Routes.CaseDocument, (string documentId, HttpRequest request, HttpResponse response) =>
        {
            if (!Papers.TryGetValue(documentId, out var paper)) return Results.Json(new Problem("about:blank", "", 404, Code: ProblemCodes.NotFound), Wire.Json, statusCode: 404);
            if (paper.Reader != ParticipantOf(request)) return Results.Json(new Problem("about:blank", "", 403, Code: ProblemCodes.NotYours), Wire.Json, statusCode: 403);
            response.Headers.ContentDisposition = paper.Sent ? "attachment" : "inline";
            return Results.Bytes(paper.Content, paper.ContentType);
        });
        api.MapGet(Routes.CaseForm, (string caseId, string material) => Results.Bytes("%PDF-1.4 a form"u8.ToArray(), "application/pdf"));
        api.MapGet(Routes.CaseFormText, (string caseId, string material, HttpRequest request) =>
            Results.Json(new FormView(material, new FormWords("诚信承诺书"), "M05-2026-1", "hash", "张桂兰", [], [request.Headers.AcceptLanguage.ToString()], null), Wire.Json));
        api.MapPost(Routes.CaseFormSignature, async (string caseId, string material, HttpRequest request) =>
        {
            var signature = (await request.ReadFromJsonAsync<SignForm>(Wire.Json))!;
            if (signature.ContentHash != "hash") return Results.Json(new Problem("about:blank", "", 409, "表上的内容刚有变化", ProblemCodes.FormChanged), Wire.Json, statusCode: 409);
            Signatures.Enqueue((caseId, material, signature));
            return Results.Json(new DocumentView("d1", material, "application/pdf", 9, default), Wire.Json, statusCode: 201);
        });
        api.MapGet(Routes.Statistics, () => Results.Json(Sample.Figures, Wire.Json));
        api.MapGet(Routes.StatisticsWatch, () => Results.Json(new WatchList(new(2026, 11, 27), [], false, [], "", []), Wire.Json));
        api.MapGet(Routes.OnceOnly, (CancellationToken stop) => OnceOnly(stop));
        api.MapPost(Routes.DraftForm, async (string material, HttpRequest request) =>
        {
            Drafts.Enqueue((material, (await request.ReadFromJsonAsync<SubmitApplication>(Wire.Json))!));
            return Results.Bytes("%PDF-1.4 a draft"u8.ToArray(), "application/pdf");
        });
        api.MapPost(Routes.DraftDocuments, async (string submissionId, HttpRequest request) =>
        {
            using var bytes = new MemoryStream();
            await request.Body.CopyToAsync(bytes);
            Documents.Enqueue((Uri.UnescapeDataString(request.Headers[Headers.FileName].ToString()), bytes.Length));
            return Results.Json(new DocumentView("d1", request.Headers[Headers.Material].ToString(), "image/jpeg", bytes.Length, default), Wire.Json, statusCode: 201);
        });
    }

    // Whoever complains says nothing of themselves.
    private static string ParticipantOf(HttpRequest request)
    {
        var (token, named) = (request.Headers.Authorization.ToString(), request.Headers[Headers.Participant].ToString());
        return token.Length == 0 ? "" : named.Length > 0 ? named : new JsonWebToken(token["Bearer ".Length..]).Subject;
    }

    private async Task<IResult> ActAsync(string caseId, string taskId, HttpRequest request)
    {
        var outcome = (await request.ReadFromJsonAsync<TaskOutcome>(Wire.Json))!;
        var key = caseId + "/" + taskId;
        if (!Tasks.TryGetValue(key, out var task)) return Results.NotFound();
        if (task.Result is { } before)
            return Results.Json(new Problem("about:blank", "", 409, Code: ProblemCodes.AlreadyDone, ActedBy: before.ByName, ActedAt: before.At), Wire.Json, statusCode: 409);
        Tasks[key] = task with { Actions = [], Result = new TaskResult(outcome.Action, "翟敏", new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero), null, null, ["review"]) };
        return Results.Json(Tasks[key], Wire.Json);
    }
}

/// <param name="Sent">By somebody; otherwise we made it.</param>
/// <param name="Reader">The one participant who may see it.</param>
public sealed record KeptPaper(string Reader, string ContentType, byte[] Content, bool Sent = true);

/// <summary>A time in which the back office answers nobody.</summary>
public sealed class Outage(Action over) : IDisposable
{
    private readonly TaskCompletionSource _felt = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when somebody has been cut off.</summary>
    public Task Felt => _felt.Task;

    public void BeFelt() => _felt.TrySetResult();

    public void Dispose() => over();
}
