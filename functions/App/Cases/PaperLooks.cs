using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Domain.Cases;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Cases;

/// <summary>
/// Notes that somebody of the offices opened a paper, before it is answered: the household reads who. Residents read their own without a word. The process of the case is not told: nothing follows from a look.
/// </summary>
public sealed class PaperLooks(CaseCabinet cabinet)
{
    /// <param name="what">As <see cref="PaperSeen.What"/>.</param>
    /// <returns>The problem to answer with; <c>null</c>: it is noted, today already or now, or there is nothing to note.</returns>
    public async Task<IActionResult?> NoteAsync(HttpRequest request, SeenKind kind, string what, CancellationToken cancellation)
    {
        if (request.Caller() is not Caller.Staff staff)
            return null;
        return await cabinet.ActAsync(request.Case(), (file, now) => CaseDecisions.See(file.Current, kind, what, staff.Member, now), cancellation) switch
        {
            Acted.Done => null,
            Acted.Refused refused => RefusalWords.Answer(request, refused.Why, refused.File),
            _ => Problems.NotFound(request),
        };
    }
}
