using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Papers;
using OneVisit.Bot.Sessions;
using OneVisit.Bot.State;
using OneVisit.Bot.Turns;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Conversation;
using OneVisit.Domain;
using OneVisit.Domain.Services;
using OneVisit.Hosting;

namespace OneVisit.Bot.Forms;

/// <summary>What the links in a resident's cards open: a form to print, and the page on which it is read and signed.</summary>
internal static class FormEndpoints
{
    private const int LargestSignature = 64 * 1024;

    public static void MapForms(this IEndpointRouteBuilder app)
    {
        var (sign, message) = (PageEndpoints.Template("sign.html"), PageEndpoints.Template("message.html"));
        app.MapGet("/forms/{token}", (string token, FormDoor door, HttpContext http, CancellationToken stop) => door.PrintAsync(http, token, message, stop));
        app.MapGet("/forms/{token}/paper", (string token, FormDoor door, HttpContext http, CancellationToken stop) => door.IssuedAsync(http, token, message, stop));
        app.MapGet("/forms/{token}/export", (string token, FormDoor door, HttpContext http, CancellationToken stop) => door.ExportAsync(http, token, message, stop));
        app.MapGet("/forms/{token}/sign", (string token, FormDoor door, HttpContext http) => door.Page(http, token, sign, message));
        var page = app.MapGroup("/forms/{token}").AddEndpointFilter<PageRequestFilter>();
        page.MapGet("/text", (string token, FormDoor door, HttpContext http, CancellationToken stop) => door.TextAsync(http, token, stop));
        page.MapPost("/signature", (string token, SignForm signature, FormDoor door, HttpContext http, CancellationToken stop) => door.SignAsync(http, token, signature, stop))
            .WithMetadata(new RequestSizeLimitAttribute(LargestSignature));
        app.MapGet("/forms/{token}/signed/{documentId}", (string token, string documentId, FormDoor door, HttpContext http, CancellationToken stop) => door.SignedAsync(http, token, documentId, message, stop));
    }
}

/// <summary>Opens forms for who has a link that is still good.</summary>
internal sealed class FormDoor(FormLinks links, LinkSpeakers speakers, BackOffice office, PatientOffice patient, TalkBook talks, CatalogueShelf shelf, PaperDoor papers, TalkExport talkExport, PageWords words, BotSettings settings)
{
    public async Task<IResult> PrintAsync(HttpContext http, string token, string message, CancellationToken stop)
    {
        if (links.Read(token) is not FormLinkReading.Open { Link: var link } || await speakers.OfAsync(link, stop) is not { } speaker) return Closed(http, token, message);
        if (link.CaseId is { } caseId) return Opened(http, await office.GetFormAsync(speaker, caseId, link.Material, stop), link, message);
        var talk = await TalkOfAsync(link, stop);
        if (talk.Participant != link.Participant || (talk.Client ?? talk.Resident) is not { } told) return Message(http, message, LanguageOf(http, link), "formUnknown", StatusCodes.Status404NotFound);
        return Opened(http, await office.PrintDraftAsync(speaker with { Language = told.Language }, link.Material, FormAddress.DraftOf(told, Applied(told)), stop), link, message);
    }

    // Before a service is chosen, the one that stands in.
    private IEnumerable<Service> Applied(DialogueState told) =>
        (told.Chosen.IsDefaultOrEmpty ? [Dialogues.Service] : told.Chosen).Select(shelf.InForce.Find).OfType<Service>();

    public async Task<IResult> IssuedAsync(HttpContext http, string token, string message, CancellationToken stop) => links.Read(token) is FormLinkReading.Open { Link: { CaseId: { } caseId } link } && await speakers.OfAsync(link, stop) is { } speaker
        ? Opened(http, await office.GetIssuedAsync(speaker, caseId, link.Material, stop), link, message)
        : Closed(http, token, message);

    /// <summary>Everything that is kept of who got the link, by the back office and by the bot itself, to keep: it is downloaded, never shown.</summary>
    public async Task<IResult> ExportAsync(HttpContext http, string token, string message, CancellationToken stop)
    {
        if (links.Read(token) is not FormLinkReading.Open { Link: { CaseId: null, Material: FormAddress.Export } link } || await speakers.OfAsync(link, stop) is not { } speaker) return Closed(http, token, message);
        http.Response.Headers.CacheControl = "no-store";
        // On disk, since it may be hundreds of megabytes; whole before anything of it goes out.
        var zip = TemporaryFile.Open();
        http.Response.RegisterForDisposeAsync(zip);
        return await patient.Office.PassFileAsync(speaker, Routes.MyExport, null, (content, limit) => ReceiveAsync(content, zip, limit), stop) switch
        {
            Answer<Nothing>.Got => Results.Stream(talkExport.Beside(zip, await TalkOfAsync(link, stop), speaker.Language, TimeProvider.System.GetUtcNow()), MediaTypeNames.Application.Zip, "personal-data.zip"),
            Answer<Nothing>.Refused { Problem.Code: ProblemCodes.ProofNeeded } => Message(http, message, LanguageOf(http, link), "formExpired", StatusCodes.Status410Gone),
            Answer<Nothing>.Refused => Message(http, message, LanguageOf(http, link), "formUnknown", StatusCodes.Status404NotFound),
            _ => Message(http, message, LanguageOf(http, link), "formBusy", StatusCodes.Status503ServiceUnavailable),
        };
    }

    private static Task ReceiveAsync(HttpContent content, Stream zip, CancellationToken stop)
    {
        zip.SetLength(0);
        return content.CopyToAsync(zip, stop);
    }

    public async Task<IResult> SignedAsync(HttpContext http, string token, string documentId, string message, CancellationToken stop) => links.Read(token) is FormLinkReading.Open { Link: { CaseId: { } caseId } link } && await speakers.OfAsync(link, stop) is { } speaker
        ? Opened(http, await papers.AskAsync(speaker, caseId, documentId, stop), link, message, paper => papers.Show(http, paper, PaperTicket.Of(link, caseId, documentId)))
        : Closed(http, token, message);

    public IResult Page(HttpContext http, string token, string page, string message) => links.Read(token) is FormLinkReading.Open { Link: { CaseId: not null } link }
        ? PageEndpoints.Page(http, words, settings, page, LanguageOf(http, link), "")
        : Closed(http, token, message);

    public async Task<IResult> TextAsync(HttpContext http, string token, CancellationToken stop)
    {
        http.Response.Headers.CacheControl = "no-store";
        return links.Read(token) is FormLinkReading.Open { Link: { CaseId: { } caseId } link } && await speakers.OfAsync(link, stop) is { } speaker
            ? Told(await office.GetAsync<FormView>(speaker with { Language = LanguageOf(http, link) }, Paths.CaseFormText(caseId, link.Material), stop))
            : Results.StatusCode(StatusCodes.Status410Gone);
    }

    public async Task<IResult> SignAsync(HttpContext http, string token, SignForm signature, CancellationToken stop)
    {
        http.Response.Headers.CacheControl = "no-store";
        return links.Read(token) is FormLinkReading.Open { Link: { CaseId: { } caseId } link } && await speakers.OfAsync(link, stop) is { } speaker
            ? Told(await office.PostAsync<DocumentView>(speaker with { Language = LanguageOf(http, link) }, Paths.CaseFormSignature(caseId, link.Material), signature, stop))
            : Results.StatusCode(StatusCodes.Status410Gone);
    }

    private Task<Talk> TalkOfAsync(FormLink link, CancellationToken stop) => StoragePatience.PatientlyAsync(limit => talks.ReadAsync(link.ChannelId, link.ConversationId, limit), stop);

    private IResult Opened(HttpContext http, Answer<Paper> answer, FormLink link, string message, Func<Paper, IResult>? show = null) => answer switch
    {
        Answer<Paper>.Got { Value: var paper } => show?.Invoke(paper) ?? SentPapers.Of(http, paper, link.Material),
        Answer<Paper>.Refused { Problem.Code: ProblemCodes.ProofNeeded } => Message(http, message, LanguageOf(http, link), "formExpired", StatusCodes.Status410Gone),
        Answer<Paper>.Refused => Message(http, message, LanguageOf(http, link), "formUnknown", StatusCodes.Status404NotFound),
        _ => Message(http, message, LanguageOf(http, link), "formBusy", StatusCodes.Status503ServiceUnavailable),
    };

    private IResult Closed(HttpContext http, string token, string message) => links.Read(token) is FormLinkReading.Expired expired
        ? Message(http, message, Asked(http) ?? expired.Language, "formExpired", StatusCodes.Status410Gone)
        : Message(http, message, PageEndpoints.LanguageOf(http), "formUnknown", StatusCodes.Status404NotFound);

    private IResult Message(HttpContext http, string page, Language language, string message, int status) => PageEndpoints.Page(http, words, settings, page, language, message, status);

    // The words in a refusal are the reader's already; the page shows them.
    private static IResult Told<T>(Answer<T> answer) => answer switch
    {
        Answer<T>.Got { Value: var value } => Results.Json(value, Wire.Json),
        // To the page it is a link that is over: the chat asks who one is, and makes a new one.
        Answer<T>.Refused { Problem.Code: ProblemCodes.ProofNeeded } => Results.StatusCode(StatusCodes.Status410Gone),
        Answer<T>.Refused { Problem: var problem } => Results.Json(problem, Wire.Json, "application/problem+json", problem.Status),
        _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
    };

    private static Language LanguageOf(HttpContext http, FormLink link) => Asked(http) ?? link.Speaker.Language;

    private static Language? Asked(HttpContext http) => http.Request.Query.ContainsKey("lang") ? PageEndpoints.LanguageOf(http) : null;
}
