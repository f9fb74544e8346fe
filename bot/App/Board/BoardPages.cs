using OneVisit.Bot.Pages;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.Board;

/// <summary>The board as pages: large letters, one column, no script needed.</summary>
internal sealed class BoardPages(SheetPages sheets)
{
    public IResult Townships(HttpContext http, Language language, NoticePlace[] places) => sheets.Show(http, language, Say(language, "boardTitle"), Html.Of($"""
        <h1>{Say(language, "boardTitle")}</h1>
        <p>{Say(language, "boardLead")}</p>
        <h2>{Say(language, "boardTownships")}</h2>
        <ul class="places">{Html.Join(places.Select(place => Html.Of($"<li><a href=\"/notices/{place.Township}\">{place.Name}</a></li>")))}</ul>
        {LookLink(language)}
        """));

    public IResult Villages(HttpContext http, Language language, TownshipNotices township) => sheets.Show(http, language, $"{township.Name} · {Say(language, "boardTitle")}", Html.Of($"""
        <p class="crumbs"><a href="/notices">{Say(language, "boardTitle")}</a></p>
        <h1>{township.Name}</h1>
        <p>{(township.Villages.Sum(village => village.Notices) is var all and > 0 ? Say(language, "boardHanging", all) : Say(language, "boardNone"))}</p>
        <h2>{Say(language, "boardVillages")}</h2>
        <ul class="places">{Html.Join(township.Villages.OrderByDescending(village => village.Notices).Select(village => Village(language, village)))}</ul>
        {LookLink(language)}
        """));

    public IResult Board(HttpContext http, Language language, VillageNotices board, ObjectionDraft draft, int status = StatusCodes.Status200OK) => sheets.Show(
        http, language, $"{board.Name} · {Say(language, "boardTitle")}", Html.Of($"""
        <p class="crumbs"><a href="/notices">{Say(language, "boardTitle")}</a> › <a href="/notices/{board.Township}">{board.TownshipName}</a></p>
        <h1>{board.Name} · {Say(language, "boardTitle")}</h1>
        {(board.Notices.Count == 0 ? Html.Of($"<p>{Say(language, "boardNone")}</p>{Wrong(draft, "")}") : Html.Of($"<p>{Say(language, "boardLead")}</p>{Html.Join(board.Notices.Select(notice => Notice(language, notice)))}{ObjectionForm.Of(sheets, language, board, draft)}"))}
        {Html.Join(board.TakenDown.Select(number => Html.Of($"<p class=\"quiet\">{Say(language, "boardTakenDown", number)}</p>")))}
        {LookLink(language)}
        """), status);

    public IResult Taken(HttpContext http, Language language, string village, ObjectionReceipt receipt) => sheets.Show(http, language, Say(language, "boardTakenTitle"), Html.Of($"""
        <h1>{Say(language, "boardTakenTitle")}</h1>
        <div class="done" role="status">
          <p>{Say(language, "boardNumber2")}<br><span class="code big-code">{receipt.ObjectionId}</span></p>
          <p>{Say(language, "boardCode")}<br><span class="code big-code">{receipt.PickupCode}</span></p>
          <p>{Say(language, "boardTakenText", SheetPages.Day(language, receipt.AnswerBy))}</p>
        </div>
        <p><a href="/notices/{village}">{Say(language, "boardBack")}</a></p>
        {LookLink(language)}
        """));

    public IResult Ask(HttpContext http, Language language, string number, string? wrong, int status = StatusCodes.Status200OK) => sheets.Show(http, language, Say(language, "boardLook"), Html.Of($"""
        <p class="crumbs"><a href="/notices">{Say(language, "boardTitle")}</a></p>
        <h1>{Say(language, "boardLook")}</h1>
        <p>{Say(language, "boardLookLead")}</p>
        {(wrong is null ? Html.None : Html.Of($"<div class=\"wrongs\" role=\"alert\"><p class=\"wrong\">{Say(language, wrong)}</p></div>"))}
        <form class="form-page" method="post" action="/notices/answer">
          <label class="name" for="number">{Say(language, "boardNumber2")}</label>
          <input type="text" id="number" name="number" value="{number}" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" required>
          <label class="name" for="code">{Say(language, "boardCode")}</label>
          <input type="text" id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" required>
          <button class="action wide">{Say(language, "boardLookSend")}</button>
        </form>
        """), status);

    public IResult Answer(HttpContext http, Language language, ObjectionView found) => sheets.Show(http, language, Say(language, "boardLook"), Html.Of($"""
        <p class="crumbs"><a href="/notices">{Say(language, "boardTitle")}</a></p>
        <h1>{Say(language, "boardLook")}</h1>
        <div class="card" role="status">
          <p><span class="code">{found.ObjectionId}</span></p>
          {(found.Status == "answered" ? Answered(language, found) : Html.Of($"<p>{Say(language, found.DueState == "red" ? "boardLate" : "boardOpen", SheetPages.Day(language, found.AnswerBy))}</p>"))}
        </div>
        """));

    private Html Answered(Language language, ObjectionView found) => Html.Of($"""
        <h2>{Say(language, "finding-" + found.Finding)}</h2>
        <p>{found.Answer}</p>
        <p class="quiet">{SheetPages.Day(language, found.AnsweredOn ?? found.AnswerBy)}</p>
        """);

    private Html Village(Language language, VillageCount village) => village.Notices == 0
        ? Html.Of($"<li><a href=\"/notices/{village.Village}\">{village.Name}</a></li>")
        : Html.Of($"<li><a class=\"has\" href=\"/notices/{village.Village}\">{village.Name} <span>{Say(language, "boardCount", village.Notices)}</span></a></li>");

    private Html Notice(Language language, PublicNoticeView notice) => Html.Of($"""
        <article class="card" aria-labelledby="n-{notice.Number}">
          <h2 id="n-{notice.Number}">{notice.Name}</h2>
          <dl class="facts">
            <dt>{Say(language, "boardMembers")}</dt><dd>{(notice.Members is { } members ? Say(language, "members", members) : Say(language, "boardUnknown"))}</dd>
            <dt>{Say(language, "boardAmount")}</dt><dd>{BoardWords.Amount(sheets, language, notice)}</dd>
            <dt>{Say(language, "boardItem")}</dt><dd>{notice.Service}</dd>
            <dt>{Say(language, "boardPeriod")}</dt><dd>{Say(language, "boardFromUntil", SheetPages.Day(language, notice.From), SheetPages.Day(language, notice.Until))}</dd>
            <dt>{Say(language, "boardNumber")}</dt><dd class="code">{notice.Number}</dd>
          </dl>
        </article>
        """);

    private Html LookLink(Language language) => Html.Of($"<p class=\"told\"><a href=\"/notices/answer\">{Say(language, "boardLook")}</a></p>");

    private static Html Wrong(ObjectionDraft draft, string field) => draft.Errors.TryGetValue(field, out var wrong)
        ? Html.Of($"<div class=\"wrongs\" role=\"alert\"><p class=\"wrong\">{string.Join(' ', wrong)}</p></div>")
        : Html.None;

    private string Say(Language language, string key, params object?[] facts) => sheets.Say(language, key, facts);
}

/// <summary>An amount as it hangs in public.</summary>
internal static class BoardWords
{
    public static string Amount(SheetPages sheets, Language language, PublicNoticeView notice) => notice.Amount switch
    {
        null => sheets.Say(language, notice.Grants == "nothing" ? "boardNoAmount" : "boardAmountLeftOut"),
        0 => sheets.Say(language, "boardStops"),
        { } once when notice.Grants == "once" => sheets.Say(language, "boardOnce", SheetPages.Yuan(once)),
        { } monthly => sheets.Say(language, "boardMonthly", SheetPages.Yuan(monthly)),
    };
}
