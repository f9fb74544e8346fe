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
        <div class="wrongs" role="alert" tabindex="-1" id="report"><h2>{(tried.File.Length > 0 ? parts.Say("dirRefused", tried.File) : parts.Say("dirRefusedNothing"))}</h2><p class="wrong">{tried.Wrong}</p>
        {(tried.Report is null ? Html.None : Html.Of($"<p>{parts.Say("dirNothingChanged")}</p>"))}</div>
        {(tried.Report is { } report ? Rows(report) : Html.None)}
        """);

    private Html Rows(DirectoryReport report)
    {
        var left = report.More + Math.Max(0, report.Faults.Count - Most);
        return Html.Of($"""
            {parts.Table("dirReport", ["dirSheet", "dirRow", "dirColumn", "dirSentence"], report.Faults.Take(Most).Select(fault => new[]
            {
                Html.Of($"{(fault.Sheet.Length > 0 ? fault.Sheet : parts.Say("dirWholeFile"))}"), fault.Row > 0 ? Html.Of($"{fault.Row}") : Html.None, Html.Of($"{fault.Column}"), Html.Of($"{fault.Sentence}"),
            }))}
            {(left > 0 ? Html.Of($"<p>{parts.Say("dirMoreFaults", left)}</p>") : Html.None)}
            """);
    }
}

/// <summary>What would be otherwise: counts first, the lines folded below.</summary>
internal sealed class DiffPart(PageParts parts, DirectoryDiffView diff)
{
    public Html Content() => diff.Sheets.All(sheet => sheet.Added + sheet.Removed + sheet.Changed == 0)
        ? Html.Of($"<p class=\"lead\">{parts.Say("dirSame")}</p>")
        : parts.Section("diff", diff.Before is null ? "dirAllNew" : "dirDiff", Html.Of($"""
            {parts.Table("dirDiff", ["dirSheet", "dirAdded", "dirRemoved", "dirChanged"], diff.Sheets.Select(sheet => new[] { Html.Of($"{sheet.Name}"), Html.Of($"{sheet.Added}"), Html.Of($"{sheet.Removed}"), Html.Of($"{sheet.Changed}") }))}
            {Html.Join(diff.Sheets.Where(sheet => sheet.Lines.Count > 0).Select(Lines))}
            """));

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
