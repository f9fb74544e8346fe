using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Conversation.Resident;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Cards;

/// <summary>Where a case stands, for the resident or a member of staff who looks it up.</summary>
internal static class CaseCard
{
    // The newest steps; a card stays small however long a case lives.
    private const int StepsShown = 40;

    /// <param name="papers">Where staff open papers; <c>null</c>: for the household itself.</param>
    /// <param name="pages">Root of the public pages, for the household.</param>
    public static Say.Card Shown(Phrasebook book, CaseView view, Uri? papers = null, Uri? pages = null) => new(Of(book, view, papers, pages ?? (papers is null ? null : new Uri(papers, "../../"))), book[Phrase.CaseStatusTitle, view.CaseId]);

    private static JsonObject Of(Phrasebook book, CaseView view, Uri? papers, Uri? pages)
    {
        var title = book[Phrase.CaseStatusTitle, view.CaseId];
        var decision = view.Decision;
        var card = Parts.Card(
            book.Language.Code(), title,
            [
                Parts.Title(title),
                view.Status != "open" ? null : ClockForms.Paused(book, view.Paused) ?? Parts.Coloured(book.NameOr("due", view.DueState), DueColours.Of(view.DueState)),
                Parts.Facts(
                    (book[Phrase.CaseActedFor], view.Representation is { IsYou: true } own ? book.Aside(Markdown.Escape(view.ApplicantMasked), Own(book, own)) : null),
                    (book[Phrase.CaseActor], view.Representation is { IsYou: false, Line: var line } ? Markdown.Escape(line) : null),
                    (book[Phrase.CaseNow], CaseTalk.Status(book, view)),
                    (book[Phrase.CaseAmount], decision?.MonthlyAmount is { } amount ? book.Yuan(amount) : null),
                    (book[Phrase.CaseOnce], decision?.OnceAmount is { } once ? book.Yuan(once) : null),
                    (book[Phrase.CasePaidFrom], decision?.PaidFrom is { } from ? book.Month(from) : null),
                    (book[Phrase.CaseBenefit], view.Benefit is { Running: true, Monthly: { } now } && now != decision?.MonthlyAmount ? book.Yuan(now) : null),
                    (book[Phrase.CaseBenefitReview], view.Benefit is { Running: true, ReviewOn: { } again } ? book.FarDay(again) : null),
                    (book[Phrase.CaseBenefitEnd], view.Benefit?.StopsFrom is { } end ? book.FarDay(end) : null),
                    (book[Phrase.CaseReason], Markdown.Escape(decision?.Reason)),
                    (book[Phrase.CaseDeliverBy], decision?.DeliverBy is { } by ? book.Day(by) : null),
                    (book[Phrase.CaseSubmitted], book.Day(view.SubmittedOn)),
                    (book[Phrase.CaseReceivedOn], view.ReceivedOn is { } received ? book.Aside(book.Day(received), view.DeemedAccepted ? book[Phrase.CaseDeemed] : null) : null),
                    (book[Phrase.CaseExtended], view.Extended is { } extended ? book.Aside(book.NameOr("extension-cause", extended.Cause), Markdown.Escape(extended.Reason)) : null),
                    (book[Phrase.CaseMandate], Mandate(book, view)),
                    (book[Phrase.CaseMandateActs], view.Mandate is { Active: true, Acts: { Count: > 0 } acts } ? book.List(acts.Select(act => book.NameOr("mandate-act", act))) : null)),
                IssuedLinks.Of(book, view.CaseId, view.Issued, papers) is { } issued ? Parts.Text(issued) : null,
                view.Differences is { } differences ? Parts.Text($"{book[Phrase.CaseDifferences]}\n{string.Join('\n', differences.Found.Select(found => $"- {FoundTalk.Line(book, found)}"))}") : null,
                view.Differences?.ObjectBy is { } until ? Parts.Coloured(book[Phrase.CaseObjectBy, book.Day(until)], "Warning") : null,
                .. (view.Relatives ?? []).Select(relative => Parts.Text(book[Phrase.CaseRelative, book.Aside(Markdown.Escape(relative.Name), Markdown.Escape(relative.Relation == relative.Name ? null : relative.Relation)), book.NameOr("relative-source", relative.Source)])),
                decision is { Outcome: "refused" or "not-accepted" } ? Parts.Text(book[Phrase.Remedy]) : null,
                Parts.Text($"[{book[Phrase.CardFolder]}]({(papers is null ? FormAddress.ToFolder(view.CaseId) : new Uri(papers, $"../../folder/{view.CaseId}").ToString())})"),
                BoardLink.Of(pages, view.Board) is { } board ? Parts.Text($"[{book[Phrase.CaseBoard]}]({board})") : null,
                .. view.Looks is { } looks ? Parts.Folded(book[Phrase.CaseLooks], "looks", Parts.Lines(RevealForms.Looks(book, looks))) : [],
                .. Parts.Folded(book[Phrase.CaseTimeline], "steps", Parts.Lines(Steps(book, view.Timeline))),
                .. Parts.Folded(book[Phrase.CaseMaterials], "papers", Parts.Lines(papers is null ? MaterialWords.OwnLines(book, view) : MaterialWords.Lines(book, view.Materials, view.CaseId, papers))),
            ]);
        return view.ExtendTask is { } task ? card.WithActions(TaskForms.Behind(book, view.CaseId, task, view.Version, ActNames.ExtendTime)) : card;
    }

    /// <summary>Steps in words; kinds without words are for the machine, not for people.</summary>
    public static IEnumerable<string> Steps(Phrasebook book, IReadOnlyList<TimelineEntry> timeline) =>
        timeline.Select(entry => (entry, Words: book.Name("timeline", entry.Kind) ?? book.Name("acted", entry.Kind)))
            .Where(step => step.Words is not null).DistinctBy(step => (step.Words, step.entry.At)).TakeLast(StepsShown)
            .Select(step => $"- {book.Moment(step.entry.At)} {step.Words}{By(step.entry.By)}{Note(step.entry.Note)}");

    private static string Own(Phrasebook book, RepresentationView own) =>
        own.Until is { } until ? book[Phrase.CaseActedUntil, book.NameOr("acting-basis", own.Basis), book.FarDay(until)] : book.NameOr("acting-basis", own.Basis);

    private static string By(string? by) => string.IsNullOrEmpty(by) ? "" : $" · {Markdown.Escape(by)}";

    private static string Note(string? note) => string.IsNullOrEmpty(note) ? "" : $" · {Markdown.Escape(note.Length <= 200 ? note : $"{note[..200]}…")}";

    private static string? Mandate(Phrasebook book, CaseView view) => view.Mandate switch
    {
        { State: "awaits-signature" } => book[Phrase.CaseMandateUnsigned],
        { Active: true, CarriedBy: { } who } mandate => book[Phrase.CaseMandateActive, Markdown.Escape(who), book.FarDay(mandate.ExpiresOn)],
        { Active: true, HolderName: { } holder } mandate => book[Phrase.CaseMandateActive, Markdown.Escape(holder), book.FarDay(mandate.ExpiresOn)],
        { Active: true } mandate => book[Phrase.CaseMandateActive, book[Phrase.SummaryMandateYes, Markdown.Escape(view.VillageName)], book.FarDay(mandate.ExpiresOn)],
        { Active: false } => book[Phrase.CaseMandateEnded],
        null => null,
    };
}
