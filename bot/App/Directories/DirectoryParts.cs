using OneVisit.Bot.Pages;
using OneVisit.Bot.Statistics;
using OneVisit.Contracts;

namespace OneVisit.Bot.Directories;

/// <summary>Why a file was not taken: row by row, as the spreadsheet program counts them.</summary>
internal sealed class ReportPart(PageParts parts, Tried tried)
{
    // A list that nobody reads to its end on a telephone; the rest is counted.
    private const int Most = 300;

    public Html Content() => Html.Of($"""
        <div class="wrongs" role="alert" tabindex="-1" id="report"><h2>{(tried.File.Length > 0 ? parts.Say("dirRefused", tried.File) : parts.Say("dirRefusedNothing"))}</h2><p class="wrong">{tried.Wrong}</p></div>
        {(tried.Report is { } report ? Rows(report) : Html.None)}
        """);

    private Html Rows(DirectoryReport report)
    {
        var left = report.More + Math.Max(0, report.Faults.Count - Most);
        return parts.Section("report", "dirReport", Html.Of($"""
            {Html.Join(report.Faults.Take(Most).GroupBy(fault => fault.Sheet).Select(Sheet))}
            {(left > 0 ? Html.Of($"<p>{parts.Say("dirMoreFaults", left)}</p>") : Html.None)}
            """));
    }

    private Html Sheet(IGrouping<string, DirectoryFaultView> sheet) => Html.Of($"""
        <h3>{(sheet.Key.Length > 0 ? parts.Say("dirSheet", sheet.Key) : parts.Say("dirWholeFile"))}</h3>
        <ul class="changes">{Html.Join(sheet.Select(fault => Html.Of($"<li>{Place(fault)}{fault.Sentence}</li>")))}</ul>
        """);

    private Html Place(DirectoryFaultView fault) => (fault.Row, fault.Column) switch
    {
        (0, "") => Html.None,
        (0, var column) => Html.Of($"<b>{column}</b> "),
        (var row, "") => Html.Of($"<b>{parts.Say("dirRow", row)}</b> "),
        var (row, column) => Html.Of($"<b>{parts.Say("dirRowColumn", row, column)}</b> "),
    };
}

/// <summary>What would be otherwise: counts first, the lines folded below.</summary>
internal sealed class DiffPart(PageParts parts, DirectoryDiffView diff)
{
    public Html Content() => diff.Sheets.All(sheet => sheet.Added + sheet.Removed + sheet.Changed == 0)
        ? Html.Of($"<p class=\"lead\">{parts.Say("dirSame")}</p>")
        : parts.Section("diff", diff.Before is null ? "dirAllNew" : "dirDiff", Html.Of($"""
            <table class="counts-table"><caption class="unseen">{parts.Say("dirDiff")}</caption>
            <thead><tr><th scope="col">{parts.Say("dirSheetName")}</th><th scope="col">{parts.Say("dirAdded")}</th><th scope="col">{parts.Say("dirRemoved")}</th><th scope="col">{parts.Say("dirChanged")}</th></tr></thead>
            <tbody>{Html.Join(diff.Sheets.Select(sheet => Html.Of($"<tr><th scope=\"row\">{sheet.Name}</th><td>{sheet.Added}</td><td>{sheet.Removed}</td><td>{sheet.Changed}</td></tr>")))}</tbody></table>
            {(diff.Losses is { Count: > 0 } losses ? Losses(losses) : Html.None)}
            {Html.Join(diff.Sheets.Where(sheet => sheet.Lines.Count > 0).Select(Lines))}
            """));

    // Who leaves open work behind is not folded away: somebody has to think of it before the day.
    private Html Losses(IReadOnlyList<DirectoryPostLoss> losses)
    {
        var (withWork, others) = (losses.Where(loss => loss.OpenTasks > 0).ToArray(), losses.Count(loss => loss.OpenTasks is null or 0));
        return Html.Of($"""
            <h3>{parts.Say("dirLosses")}</h3>
            <ul class="changes">{Html.Join(withWork.Select(loss => Html.Of($"<li><b>{loss.Name}</b> {loss.Post}<br>{parts.Say(loss.Others == 0 ? "dirLossNobody" : "dirLossOthers", loss.OpenTasks, loss.Others)}</li>")))}</ul>
            {(others > 0 ? Html.Of($"<p class=\"quiet\">{parts.Say("dirLossesWithout", others)}</p>") : Html.None)}
            """);
    }

    private Html Lines(DirectorySheetDiff sheet) => Html.Of($"""
        <details class="fold"><summary>{parts.Say("dirSheetLines", sheet.Name, sheet.Added + sheet.Removed + sheet.Changed)}</summary>
        <ul class="changes">{Html.Join(sheet.Lines.Select(line => Html.Of($"<li><b>{parts.Say("dirChange-" + line.Change)}</b> {line.Line}{Fields(line)}</li>")))}</ul>
        {(sheet.More > 0 ? Html.Of($"<p class=\"quiet\">{parts.Say("dirMoreLines", sheet.More)}</p>") : Html.None)}</details>
        """);

    // Of a line that comes or goes, its name says enough.
    private Html Fields(DirectoryLineDiff line) => line.Change != "changed"
        ? Html.None
        : Html.Of($"{Html.Join(line.Fields.Select(field => Html.Of($"<br><span class=\"quiet\">{field.Field}</span> {Shown(field.Before)} → {Shown(field.After)}")))}");

    private string Shown(string cell) => cell.Length == 0 ? parts.Say("dirEmpty") : cell;
}
