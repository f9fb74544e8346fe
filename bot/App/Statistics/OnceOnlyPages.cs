using System.Globalization;
using OneVisit.Bot.Pages;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;

namespace OneVisit.Bot.Statistics;

/// <summary>The once-only debt on a page of its own, a month at a time, with what the sharing platform refused and a person has to settle.</summary>
internal sealed class OnceOnlyPages(SheetPages sheets)
{
    public IResult Show(HttpContext http, Language language, OnceOnlyReading reading, string period, SettlingDraft draft, int status) => reading is OnceOnlyReading.Read read
        ? sheets.Show(http, language, sheets.Say(language, "statsDebt"), Content(new(sheets, language), read, period, draft), status, wide: true)
        : sheets.Message(http, language, "boardBusy", StatusCodes.Status503ServiceUnavailable);

    private static Html Content(PageParts parts, OnceOnlyReading.Read read, string period, SettlingDraft draft) => Html.Of($"""
        <h1>{parts.Say("statsDebt")}</h1>
        <p><a href="/statistics{period}">{parts.Say("statsBack")}</a></p>
        {new OnceOnlyPart(parts, period.Length > 0 ? period : PageParts.Period(read.Months[0].Month, read.Months[^1].Month)).Debt(read)}
        {parts.Section("outbox", "statsOutbox", Outbox(parts, read.Outbox, draft, new OnceOnlyPart(parts, period).Waiting(read.Outbox)))}
        """);

    private static Html Outbox(PageParts parts, OutboxView outbox, SettlingDraft draft, string waiting) => Html.Of($"""
        {(draft.Done ? Html.Of($"<p class=\"done\" role=\"status\">{parts.Say("statsOutboxDone")}</p>") : Html.None)}
        {(draft.Wrong is { } wrong ? Html.Of($"<p class=\"wrongs\" role=\"alert\">{wrong}</p>") : Html.None)}
        <p>{waiting}</p>
        {(outbox.Refused.Count == 0 ? Html.None : Html.Of($"<p class=\"quiet\">{parts.Say("statsOutboxHint")}</p>"))}
        {Html.Join(outbox.Refused.Select((fact, place) => Refused(parts, fact, place, draft)))}
        """);

    private static Html Refused(PageParts parts, RefusedFactView fact, int place, SettlingDraft draft) => Html.Of($"""
        <article class="card" aria-labelledby="fact-{place}">
        <h3 id="fact-{place}">{parts.Case(fact.CaseId)} · {parts.Say("statsFact-" + fact.What)}</h3>
        <p>{parts.Say("statsFactRefused", parts.Day(BeijingTime.DayOf(fact.At)), fact.Tries.ToString(CultureInfo.InvariantCulture), fact.Code)}</p>
        <form method="post" action="/statistics/outbox"><input type="hidden" name="key" value="{fact.Key}"><input type="hidden" name="again" value="yes"><button class="tool" type="submit">{parts.Say("statsFactAgain")}</button></form>
        <details{(draft.Key == fact.Key ? new Html(" open") : Html.None)}><summary>{parts.Say("statsFactLeave")}</summary>
        <form method="post" action="/statistics/outbox" class="form-page"><input type="hidden" name="key" value="{fact.Key}">
        <label class="name" for="reason-{place}">{parts.Say("statsFactReason")}</label>
        <textarea id="reason-{place}" name="reason" required minlength="5" maxlength="500">{(draft.Key == fact.Key ? draft.Reason : "")}</textarea>
        <button class="tool" type="submit">{parts.Say("statsFactLeave")}</button></form></details>
        </article>
        """);
}
