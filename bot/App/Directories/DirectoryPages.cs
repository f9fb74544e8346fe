using System.Globalization;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Statistics;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;

namespace OneVisit.Bot.Directories;

/// <summary>The page of the directory: what is in force, a file to hand in, what was in force before.</summary>
internal sealed class DirectoryPages(SheetPages sheets, TimeProvider clock)
{
    /// <param name="tried">A file that was not taken stands on top, with what is wrong in it.</param>
    public IResult Book(HttpContext http, Language language, DirectoryBook book, Tried tried, int status)
    {
        var parts = new PageParts(sheets, language);
        return sheets.Show(http, language, parts.Say("dirTitle"), Html.Of($"""
            <h1>{parts.Say("dirTitle")}</h1>
            <p class="quiet">{parts.Say("dirLead")}</p>
            {(tried.Wrong is null ? Html.None : new ReportPart(parts, tried).Content())}
            {(http.Request.Query.ContainsKey("done") && tried.Wrong is null ? Html.Of($"<p class=\"done\" role=\"status\">{parts.Say("dirDone")}</p>") : Html.None)}
            {(book.Fault is { } fault ? Html.Of($"<p class=\"wrongs\" role=\"alert\">{parts.Say("dirFault", fault)}</p>") : Html.None)}
            {Applying(parts, book)}
            {parts.Section("now", "dirNow", Now(parts, book))}
            {parts.Section("file", "dirHandIn", HandIn(parts))}
            {parts.Section("history", "dirHistory", History(parts, book))}
            <script src="/assets/directory.js" type="module"></script>
            """), status, wide: true);
    }

    /// <summary>What an edition changes, and the form that puts it in force.</summary>
    public IResult Version(HttpContext http, Language language, DirectoryBook book, DirectoryDiffView diff, string? wrong, int status)
    {
        var parts = new PageParts(sheets, language);
        var version = book.Versions.FirstOrDefault(kept => kept.Version == diff.After);
        return sheets.Show(http, language, parts.Say("dirVersion", version?.Number), Html.Of($"""
            <p class="crumbs"><a href="/directory">{parts.Say("dirBack")}</a></p>
            <h1>{parts.Say("dirVersion", version?.Number)}</h1>
            {(version is null ? Html.None : Html.Of($"<p class=\"quiet\">{HandedIn(parts, version)}</p>"))}
            {(wrong is null ? Html.None : Html.Of($"<div class=\"wrongs\" role=\"alert\"><p class=\"wrong\">{wrong}</p></div>"))}
            {(http.Request.Query.ContainsKey("kept") ? Html.Of($"<p>{parts.Say("dirKept")}</p>") : Html.None)}
            {new DiffPart(parts, diff).Content()}
            {parts.Section("from", "dirPutInForce", Activation(parts, book, diff))}
            <script src="/assets/directory.js" type="module"></script>
            """), status, wide: true);
    }

    private static Html Applying(PageParts parts, DirectoryBook book) => book.Applying is { } applying
        ? Html.Of($"""
            <div class="card" data-applying="yes"><p role="status">{parts.Say("dirApplying", applying.Number, applying.Done, applying.All)}</p>
            <progress value="{applying.Done}" max="{Math.Max(1, applying.All)}" aria-label="{parts.Say("dirApplyingLabel")}"></progress>
            <p class="quiet">{parts.Say("dirApplyingNote")}</p></div>
            """)
        : Html.None;

    private static Html Now(PageParts parts, DirectoryBook book) => book.InForce is { } version
        ? Html.Of($"""
            <p class="lead">{Since(parts, book)}</p>
            <dl class="facts lines">{Html.Join(book.Sheets.Select(sheet => Html.Of($"<dt>{sheet.Name}</dt><dd>{parts.Say("dirLines", sheet.Lines)}</dd>")))}</dl>
            <p class="no-print"><a class="tool" href="/directory/{version}/export?as=xlsx">{parts.Say("dirExcel")}</a> <a class="tool" href="/directory/{version}/export?as=csv">{parts.Say("dirCsv")}</a></p>
            <p class="quiet">{parts.Say("dirNumbersNote")}</p>
            """)
        : Html.Of($"<p class=\"lead\">{parts.Say("dirNone")}</p>");

    private static string Since(PageParts parts, DirectoryBook book) => book.Activations.FirstOrDefault(activation => activation.State == "in-force") is { } inForce
        ? parts.Say("dirSince", inForce.Number, parts.Day(inForce.From))
        : parts.Say("dirVersion", book.Number);

    private static Html HandIn(PageParts parts) => Html.Of($"""
        <form class="form-page" method="post" action="/directory/file" enctype="multipart/form-data" data-most="{DirectoryFileSize.MostMegabytes}" data-toolarge="{parts.Say("dirTooLarge", DirectoryFileSize.MostMegabytes)}">
          <p id="file-help">{parts.Say("dirHelp", DirectoryFileSize.MostMegabytes)}</p>
          <label class="name" for="file">{parts.Say("dirFile")}</label>
          <input type="file" id="file" name="file" accept=".xlsx,.csv,.zip" required aria-describedby="file-help file-wrong">
          <p class="wrong" id="file-wrong" role="alert"></p>
          <label class="name" for="note">{parts.Say("dirNote")}</label>
          <input type="text" id="note" name="note" maxlength="200" autocomplete="off">
          <p><button type="submit" class="action">{parts.Say("dirCheck")}</button> <span role="status" data-busy="{parts.Say("dirChecking")}"></span></p>
        </form>
        """);

    private static Html History(PageParts parts, DirectoryBook book) => book.Versions.Count == 0
        ? Html.Of($"<p>{parts.Say("dirNoHistory")}</p>")
        : Html.Of($"""
            {(book.Activations.Count == 0 ? Html.None : parts.Table("dirHistory", ["dirFrom", "dirWhich", "dirState", "dirBy", "dirNote"], book.Activations.Select(activation => new[]
            {
                Html.Of($"{parts.Day(activation.From)}"), Link(parts, activation.Number, activation.Version), Html.Of($"{parts.Say("dirState-" + activation.State)}"),
                Html.Of($"{By(activation.By)}"), Html.Of($"{activation.Note ?? ""}"),
            })))}
            <h3>{parts.Say("dirVersions")}</h3>
            <p class="quiet">{parts.Say("dirRollBack")}</p>
            {parts.Table("dirVersions", ["dirWhich", "dirHandedInOn", "dirBy", "dirNote"], book.Versions.Select(version => new[]
            {
                Link(parts, version.Number, version.Version), Html.Of($"{At(version.At)}"), Html.Of($"{By(version.By)}"), Html.Of($"{version.Note ?? ""}"),
            }))}
            """);

    private Html Activation(PageParts parts, DirectoryBook book, DirectoryDiffView diff)
    {
        var today = clock.Today();
        return Html.Of($"""
            <p>{parts.Say(diff.After == book.InForce ? "dirIsInForce" : "dirPutInForceHelp")}</p>
            <form class="form-page" method="post" action="/directory/{diff.After}">
              <input type="hidden" name="seen" value="{book.Activations.Count}">
              <label class="name" for="from">{parts.Say("dirFromDay")}</label>
              <input type="date" id="from" name="from" required min="{Iso(today)}" value="{Iso(today)}">
              <label class="name" for="note">{parts.Say("dirNote")}</label>
              <input type="text" id="note" name="note" maxlength="200" autocomplete="off">
              <p><button type="submit" class="action">{parts.Say("dirPutInForce")}</button> <span role="status" data-busy="{parts.Say("dirWriting")}"></span></p>
            </form>
            """);
    }

    private static string HandedIn(PageParts parts, DirectoryVersionView version) => parts.Say("dirHandedIn", At(version.At), By(version.By), version.Note ?? "");

    private static Html Link(PageParts parts, int number, string version) => Html.Of($"<a href=\"/directory/{version}\">{parts.Say("dirVersion", number)}</a>");

    private static string By(string participant) => participant.StartsWith("staff:", StringComparison.Ordinal) ? participant["staff:".Length..] : participant;

    private static string At(DateTimeOffset at) => at.ToOffset(BeijingTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
