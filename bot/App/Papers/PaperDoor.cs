using System.Text;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Forms;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Turns;
using OneVisit.Storage;

namespace OneVisit.Bot.Papers;

/// <summary>
/// Papers that people sent. The pages know who asks, have the back office say whether they may, and lead to <see cref="PapersOrigin"/> with a ticket. There nobody is known: the back office is
/// asked once more in the name that the ticket holds, and what it gives is shown once. What we made ourselves stays with the pages.
/// </summary>
internal sealed class PaperDoor(PapersOrigin origin, PaperTickets tickets, SpentTickets spent, BackOffice office, LinkSpeakers speakers, FormLinks links, PageWords words, BotSettings settings)
{
    private static readonly TimeSpan LongOver = TimeSpan.FromMinutes(-1);

    /// <summary>At the pages: the paper, as far as the speaker may see it. Of one that is shown elsewhere comes what it is, and not what is in it.</summary>
    public Task<Answer<Paper>> AskAsync(Speaker speaker, string caseId, string documentId, CancellationToken stop) =>
        origin.Url is null ? office.GetPaperAsync(speaker, caseId, documentId, stop) : office.GetOwnPaperAsync(speaker, caseId, documentId, stop);

    /// <summary>At the pages: the paper itself, or the way to it.</summary>
    /// <param name="paper">As <see cref="AskAsync"/> gave it.</param>
    public IResult Show(HttpContext http, Paper paper, PaperTicket ticket) => paper.Sent && origin.Url is { } papers
        ? Results.Redirect(new Uri(papers, $"{PapersOrigin.Path}/{tickets.New(ticket, PaperTickets.Lifetime)}").AbsoluteUri)
        : SentPapers.Of(http, paper, ticket.Name);

    /// <summary>At the papers' origin.</summary>
    public async Task<IResult> OpenAsync(HttpContext http, string text, CancellationToken stop) => tickets.Read(text) switch
    {
        PaperTicketReading.Open { Ticket: var ticket } => await OpenAsync(http, ticket, stop),
        PaperTicketReading.Over { Ticket: var ticket } => Back(ticket),
        _ => Results.NotFound(),
    };

    private async Task<IResult> OpenAsync(HttpContext http, PaperTicket ticket, CancellationToken stop)
    {
        var speaker = ticket.Link() is { } link ? await speakers.OfAsync(link, stop) : ticket.Speaker;
        if (speaker is null) return Back(ticket);
        return await office.GetPaperAsync(speaker, ticket.CaseId, ticket.DocumentId, stop) switch
        {
            // Spent last: whom the back office kept waiting may ask again with the same one.
            Answer<Paper>.Got { Value: { Sent: true } paper } => await SpendAsync(ticket, paper, stop) ? SentPapers.Of(http, paper, ticket.Name) : Back(ticket),
            Answer<Paper>.Got => Results.NotFound(),
            Answer<Paper>.Refused => ticket.Link() is null ? Results.NotFound() : Back(ticket),
            _ => Results.Text(string.Format(null, words[speaker.Language, "boardBusyText"], settings.HelpPhone), "text/plain", Encoding.UTF8, StatusCodes.Status503ServiceUnavailable),
        };
    }

    // A browser inside a messenger reads the head of a file and has a program of its own fetch it again.
    private async Task<bool> SpendAsync(PaperTicket ticket, Paper paper, CancellationToken stop) =>
        await spent.SpendAsync(ticket.Id, stop) || (!SentPapers.IsDrawn(paper) && await spent.SpendAsync(ticket.Id + "-2", stop));

    // To where somebody is known again. Staff are asked for their session and get another ticket. A household's link opens by itself for half an hour, so that it is not handed
    // to whoever holds a ticket for a minute: they come to one that is over, and it says where there is a new one.
    private IResult Back(PaperTicket ticket) => Results.Redirect(new Uri(settings.PublicUrl, ticket.Link() is { } link
        ? $"forms/{links.TokenOf(link, LongOver)}/signed/{Uri.EscapeDataString(ticket.DocumentId)}"
        : $"staff/papers/{Uri.EscapeDataString(ticket.CaseId)}/{Uri.EscapeDataString(ticket.DocumentId)}").AbsoluteUri);
}
