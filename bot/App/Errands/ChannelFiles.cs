using System.Net;
using OneVisit.Contracts;
using OneVisit.Conversation;
using OneVisit.Domain.Documents;

namespace OneVisit.Bot.Errands;

/// <summary>Fetches files from the channel they came by, and from nowhere else: a link to another place is not followed.</summary>
internal sealed class ChannelFiles(HttpClient http, BotSettings settings)
{
    /// <param name="serviceUrl">Of the authenticated activity that brought the file.</param>
    public async Task<Fetched> FetchAsync(IncomingFile file, string? serviceUrl, CancellationToken stop)
    {
        if (!Uri.TryCreate(file.Url, UriKind.Absolute, out var url) || !LiesAtTheChannel(url, serviceUrl)) return Refused(ProblemCodes.UnsupportedFile, 400);
        try
        {
            using var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, stop);
            if (response.StatusCode is not HttpStatusCode.OK) return Refused(ProblemCodes.NotFound, 404);
            if (response.Content.Headers.ContentLength > DocumentReading.MostBytes) return Refused(ProblemCodes.TooLarge, 413);
            return await ReadAsync(await response.Content.ReadAsStreamAsync(stop), stop) is { } bytes ? new Fetched(bytes, null) : Refused(ProblemCodes.TooLarge, 413);
        }
        catch (HttpRequestException inner) when (inner.InnerException is InnerAddressException)
        {
            return Refused(ProblemCodes.UnsupportedFile, 400);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException || (broken is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return Refused(ProblemCodes.Busy, 503);
        }
    }

    // The channel that is set may be on this machine and speak plainly; one that an activity names is on the internet.
    private bool LiesAtTheChannel(Uri url, string? serviceUrl) =>
        url.Scheme is "http" or "https" && url.UserInfo.Length == 0
        && (SameOrigin(url, settings.DirectLine) || (url.Scheme is "https" && Uri.TryCreate(serviceUrl, UriKind.Absolute, out var service) && SameOrigin(url, service)));

    private static bool SameOrigin(Uri one, Uri other) => one.Scheme == other.Scheme && one.IdnHost == other.IdnHost && one.Port == other.Port;

    private static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await stream.ReadAsync(buffer, stop)) > 0)
        {
            if (bytes.Length + read > DocumentReading.MostBytes) return null;
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    private static Fetched Refused(string code, int status) => new(null, new Problem("about:blank", "", status, Code: code));
}

/// <summary>Exactly one of the two is there.</summary>
internal sealed record Fetched(byte[]? Bytes, Problem? Problem);
