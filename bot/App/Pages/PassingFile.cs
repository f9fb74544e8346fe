using System.Net.Mime;
using OneVisit.Bot.BackOffices;

namespace OneVisit.Bot.Pages;

/// <summary>A file of the back office that goes on to who asked as it comes: everything about a person may be hundreds of megabytes, and stands nowhere whole on the way.</summary>
/// <param name="name">That it is saved under; of nobody.</param>
internal sealed class PassingFile(HttpContext http, string name)
{
    public async Task PassAsync(HttpContent content, CancellationToken stop)
    {
        var response = http.Response;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = new ContentDisposition { FileName = name }.ToString();
        response.ContentType = content.Headers.ContentType?.MediaType ?? MediaTypeNames.Application.Octet;
        response.ContentLength = content.Headers.ContentLength;
        await content.CopyToAsync(response.Body, stop);
    }

    /// <summary>When the back office has been asked: one that broke off on the way is cut, so that the browser sees it is not whole.</summary>
    /// <returns>What is left to answer; <c>null</c>: nothing went yet, and it is to be said why.</returns>
    public IResult? Passed(Answer<Nothing> answer)
    {
        if (answer is not Answer<Nothing>.Got)
        {
            if (!http.Response.HasStarted) return null;
            http.Abort();
        }
        return Results.Empty;
    }
}
