using OneVisit.Bot.Pages;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.Board;

/// <summary>The form to object on a village's board. It works without a script; what was written comes back with what is wrong beside it.</summary>
internal static class ObjectionForm
{
    public static Html Of(SheetPages sheets, Language language, VillageNotices board, ObjectionDraft draft)
    {
        return Html.Of($"""
            <section aria-labelledby="object">
              <h2 id="object">{Say("boardObject")}</h2>
              <p>{Say("boardObjectLead", board.Office, sheets.Phone)}</p>
              {All()}
              <form class="form-page" method="post" action="/notices/{board.Village}/objections#object" novalidate>
                <input type="hidden" name="ticket" value="{draft.Ticket}">
                <fieldset{Invalid("notice")}>
                  <legend>{Say("boardWhich")}</legend>
                  {Wrong("notice")}
                  {Html.Join(board.Notices.Select((notice, index) => Pick(notice, index)))}
                </fieldset>
                <label class="name" for="words">{Say("boardWords")}</label>
                {Wrong("words")}
                <textarea id="words" name="words" maxlength="1000" required{Invalid("words")}>{Lines(draft.Words)}</textarea>
                <label class="name" for="name">{Say("boardYourName")}</label>
                {Wrong("name")}
                <input type="text" id="name" name="name" value="{draft.Name}" autocomplete="name" maxlength="50"{Invalid("name", "consent")}>
                <label class="name" for="phone">{Say("boardYourPhone")}</label>
                {Wrong("phone")}
                <input type="tel" id="phone" name="phone" value="{draft.Phone}" autocomplete="tel" maxlength="50"{Invalid("phone", "consent")}>
                <p id="consent" class="quiet">{Say("boardConsent")}</p>
                <button class="action wide">{Say("boardSend")}</button>
              </form>
            </section>
            """);

        string Say(string key, params object?[] facts) => sheets.Say(language, key, facts);

        Html All() => draft.Errors.Count == 0
            ? Html.None
            : Html.Of($"<div class=\"wrongs\" role=\"alert\"><p class=\"wrong\">{(draft.Errors.TryGetValue("", out var whole) ? string.Join(' ', whole) : Say("boardErrors", draft.Errors.Count))}</p></div>");

        Html Pick(PublicNoticeView notice, int index) => Html.Of($"""
            <label class="pick"><input type="radio" name="notice" value="{notice.Number}"{Checked(notice, index)}> <span>{notice.Name} · {BoardWords.Amount(sheets, language, notice)} · <span class="code">{notice.Number}</span></span></label>
            """);

        Html Checked(PublicNoticeView notice, int index) => notice.Number == draft.Notice || (draft.Notice.Length == 0 && board.Notices.Count == 1 && index == 0) ? new(" checked") : Html.None;

        Html Wrong(string field) => draft.Errors.TryGetValue(field, out var wrong) ? Html.Of($"<p class=\"wrong\" id=\"wrong-{field}\">{string.Join(' ', wrong)}</p>") : Html.None;

        Html Invalid(string field, string also = "") => draft.Errors.ContainsKey(field)
            ? Html.Of($" aria-invalid=\"true\" aria-describedby=\"wrong-{field} {also}\"")
            : also.Length == 0 ? Html.None : Html.Of($" aria-describedby=\"{also}\"");

        // A browser leaves out a line break right behind the tag.
        static string Lines(string words) => words.StartsWith('\n') ? "\n" + words : words;
    }
}
