using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using OneVisit.Bot.Turns;
using OneVisit.Contracts;
using OneVisit.Domain;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace OneVisit.Bot.BackOffices;

/// <summary>The back office's API, spoken to in somebody's name. Everything asked of it may safely be asked again.</summary>
internal sealed class BackOffice(HttpClient http, IFrontDoorWord word, BotSettings settings)
{
    public Task<Answer<T>> GetAsync<T>(Speaker speaker, string route, CancellationToken stop) => SendAsync<T>(speaker, HttpMethod.Get, route, null, null, stop);

    public Task<Answer<T>> PostAsync<T>(Speaker speaker, string route, object body, CancellationToken stop) =>
        SendAsync<T>(speaker, HttpMethod.Post, route, JsonContent.Create(body, body.GetType(), options: Wire.Json), null, stop);

    /// <summary>In nobody's name: what hangs in public is for everybody.</summary>
    public Task<Answer<T>> GetUnnamedAsync<T>(Language language, string route, CancellationToken stop) => GetAsync<T>(Speaker.Nobody(language), route, stop);

    public Task<Answer<T>> PutAsync<T>(Speaker speaker, string route, object body, CancellationToken stop) =>
        SendAsync<T>(speaker, HttpMethod.Put, route, JsonContent.Create(body, body.GetType(), options: Wire.Json), null, stop);

    /// <summary>In nobody's name: a complaint does not say whose it is.</summary>
    public Task<Answer<T>> PostUnnamedAsync<T>(Language language, string route, object body, CancellationToken stop) => PostAsync<T>(Speaker.Nobody(language), route, body, stop);

    /// <summary>The answer to a complaint, for who has its code.</summary>
    public Task<Answer<ComplaintView>> GetComplaintAsync(Language language, string complaintId, string code, CancellationToken stop) =>
        SendAsync<ComplaintView>(Speaker.Nobody(language), HttpMethod.Get, Paths.Complaint(complaintId), null, request => request.Headers.Add(Headers.PickupCode, code), stop);

    /// <summary>The answer to an objection, for who has its code.</summary>
    public Task<Answer<ObjectionView>> GetObjectionAsync(Language language, string objectionId, string code, CancellationToken stop) =>
        SendAsync<ObjectionView>(Speaker.Nobody(language), HttpMethod.Get, Paths.Objection(objectionId), null, request => request.Headers.Add(Headers.PickupCode, code), stop);

    public Task<Answer<T>> DeleteAsync<T>(Speaker speaker, string route, CancellationToken stop) => SendAsync<T>(speaker, HttpMethod.Delete, route, null, null, stop);

    public Task<Answer<T>> UploadAsync<T>(Speaker speaker, string route, ReadOnlyMemory<byte> bytes, string name, string material, CancellationToken stop)
    {
        var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return SendAsync<T>(speaker, HttpMethod.Post, route, content, request =>
        {
            request.Headers.Add(Headers.FileName, Uri.EscapeDataString(name));
            request.Headers.Add(Headers.Material, Uri.EscapeDataString(material));
        }, stop);
    }

    /// <summary>Hands in a directory as a file.</summary>
    public Task<Answer<DirectoryHandedIn>> HandInAsync(Speaker speaker, ReadOnlyMemory<byte> bytes, string name, string note, CancellationToken stop)
    {
        var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return SendAsync<DirectoryHandedIn>(speaker, HttpMethod.Post, Routes.Directories, content, request =>
        {
            request.Headers.Add(Headers.FileName, Uri.EscapeDataString(name));
            request.Headers.Add(Headers.Note, Uri.EscapeDataString(note));
        }, stop);
    }

    /// <summary>A paper of a case, as far as the speaker may see it.</summary>
    public Task<Answer<Paper>> GetPaperAsync(Speaker speaker, string caseId, string documentId, CancellationToken stop) =>
        SendAsync(speaker, HttpMethod.Get, Paths.CaseDocument(caseId, documentId), null, null, ReadPaperAsync, stop);

    /// <summary>The same, of a paper that we made ourselves; of one that somebody sent comes what it is, and not what is in it.</summary>
    public Task<Answer<Paper>> GetOwnPaperAsync(Speaker speaker, string caseId, string documentId, CancellationToken stop) =>
        SendAsync(speaker, HttpMethod.Get, Paths.CaseDocument(caseId, documentId), null, null, ReadOwnPaperAsync, stop, HttpCompletionOption.ResponseHeadersRead);

    /// <summary>A file that the back office makes or keeps, as far as the speaker may see it.</summary>
    public Task<Answer<Paper>> GetFileAsync(Speaker speaker, string route, CancellationToken stop) => SendAsync(speaker, HttpMethod.Get, route, null, null, ReadPaperAsync, stop);

    /// <summary>A file that is put together for the speaker and may be large: it goes on as it comes.</summary>
    /// <param name="body">A word of theirs on which it is; <c>null</c>: none.</param>
    /// <param name="pass">Takes it, before this returns.</param>
    public Task<Answer<Nothing>> PassFileAsync(Speaker speaker, string route, object? body, Func<HttpContent, CancellationToken, Task> pass, CancellationToken stop) => SendAsync(
        speaker, body is null ? HttpMethod.Get : HttpMethod.Post, route, body is null ? null : JsonContent.Create(body, body.GetType(), options: Wire.Json), null,
        async (content, limit) =>
        {
            await pass(content, limit);
            return new Nothing();
        },
        stop, HttpCompletionOption.ResponseHeadersRead);

    /// <summary>A form of a case as PDF.</summary>
    public Task<Answer<Paper>> GetFormAsync(Speaker speaker, string caseId, string material, CancellationToken stop) =>
        SendAsync(speaker, HttpMethod.Get, Paths.CaseForm(caseId, material), null, null, ReadPaperAsync, stop);

    /// <summary>A paper that the office issued in a case.</summary>
    public Task<Answer<Paper>> GetIssuedAsync(Speaker speaker, string caseId, string kind, CancellationToken stop) =>
        SendAsync(speaker, HttpMethod.Get, Paths.CasePaper(caseId, kind), null, null, ReadPaperAsync, stop);

    /// <summary>A form before there is a case, as PDF.</summary>
    public Task<Answer<Paper>> PrintDraftAsync(Speaker speaker, string material, SubmitApplication draft, CancellationToken stop) =>
        SendAsync(speaker, HttpMethod.Post, Paths.DraftForm(material), JsonContent.Create(draft, options: Wire.Json), null, ReadPaperAsync, stop);

    private Task<Answer<T>> SendAsync<T>(Speaker speaker, HttpMethod method, string route, HttpContent? content, Action<HttpRequestMessage>? shape, CancellationToken stop) =>
        SendAsync(speaker, method, route, content, shape, ReadJsonAsync<T>, stop);

    private async Task<Answer<T>> SendAsync<T>(
        Speaker speaker, HttpMethod method, string route, HttpContent? content, Action<HttpRequestMessage>? shape, Func<HttpContent, CancellationToken, Task<T>> read, CancellationToken stop,
        HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead)
    {
        using var request = new HttpRequestMessage(method, new Uri(settings.BackOffice, Routes.Prefix + route)) { Content = content };
        request.Headers.AcceptLanguage.ParseAdd(speaker.Language.Code());
        speaker.Proofs?.ShowIn(request.Headers);
        shape?.Invoke(request);
        try
        {
            if (speaker.IsNamed) await word.GiveAsync(request, speaker, stop);
            using var response = await http.SendAsync(request, completion, stop);
            speaker.Proofs?.TakeFrom(response.Headers);
            return await ReadAsync(response, read, stop);
        }
        catch (Exception silence) when (silence is HttpRequestException or TimeoutRejectedException or BrokenCircuitException || (silence is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return new Answer<T>.Silent();
        }
    }

    private static async Task<T> ReadJsonAsync<T>(HttpContent content, CancellationToken stop) =>
        typeof(T) == typeof(Nothing) ? (T)(object)new Nothing() : (await content.ReadFromJsonAsync<T>(Wire.Json, stop))!;

    private static async Task<Paper> ReadPaperAsync(HttpContent content, CancellationToken stop) => new(TypeOf(content), await content.ReadAsByteArrayAsync(stop), WasSent(content));

    // The pipeline waits for the head of the answer only: what follows has a limit of its own.
    private static async Task<Paper> ReadOwnPaperAsync(HttpContent content, CancellationToken stop)
    {
        if (WasSent(content)) return new(TypeOf(content), [], Sent: true);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(BackOfficeRegistration.Patience);
        return await ReadPaperAsync(content, limit.Token);
    }

    private static string TypeOf(HttpContent content) => content.Headers.ContentType?.MediaType ?? "application/octet-stream";

    private static bool WasSent(HttpContent content) => content.Headers.ContentDisposition?.DispositionType == "attachment";

    private static async Task<Answer<T>> ReadAsync<T>(HttpResponseMessage response, Func<HttpContent, CancellationToken, Task<T>> read, CancellationToken stop)
    {
        if (response.StatusCode is HttpStatusCode.InternalServerError) return new Answer<T>.Broke();
        if ((int)response.StatusCode >= 500) return new Answer<T>.Silent();
        if (response.IsSuccessStatusCode) return new Answer<T>.Got(await read(response.Content, stop));
        var problem = new Problem("about:blank", "", (int)response.StatusCode, Code: ProblemCodes.Unexpected);
        try
        {
            problem = await response.Content.ReadFromJsonAsync<Problem>(Wire.Json, stop) ?? problem;
        }
        catch (JsonException)
        {
            // No problem document: the status has to do.
        }
        // To be asked again later, as if it had not been heard.
        return problem.Code == ProblemCodes.TooMany || (response.StatusCode is HttpStatusCode.TooManyRequests && (problem.Code is null or ProblemCodes.Unexpected)) ? new Answer<T>.Silent() : new Answer<T>.Refused(problem);
    }
}

/// <param name="ContentType">What the bytes were found to be when they came in.</param>
/// <param name="Sent">Somebody sent it to us; otherwise we made it ourselves.</param>
internal sealed record Paper(string ContentType, byte[] Content, bool Sent = false);

/// <summary>An answer of which only the success counts.</summary>
internal sealed record Nothing;
