using System.Globalization;
using System.Text;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;

namespace OneVisit.Local.Year.Books;

/// <summary>The year in numbers, as Markdown. Every share stands with what it is a share of. The same year gives the same text, but for what the machine took.</summary>
public sealed class YearReport(YearBooks books)
{
    private readonly StringBuilder text = new();

    /// <summary>What came of each invariant, in the order of <see cref="Invariant.All"/>.</summary>
    public IReadOnlyList<(Invariant Invariant, IReadOnlyList<string> Violations)> Findings { get; } = [.. Invariant.All.Select(invariant => (invariant, invariant.Check(books)))];

    /// <summary>Processor time of the store while the year went; <c>null</c>: nobody knows.</summary>
    public TimeSpan? StoreWork { get; init; }

    public bool IsSound => Findings.All(finding => finding.Violations.Count == 0);

    /// <param name="withMachine">Also what the run took, which differs from one to the next.</param>
    public string Write(bool withMachine = true)
    {
        text.Clear();
        var o = books.Options;
        Line($"# A simulated year: {books.Receipts.Count} cases at {o.Points} points, {o.Days} days from {o.From:yyyy-MM-dd}, seed {o.Seed}");
        Line($"");
        Line($"All people are made up.");
        States();
        Times();
        Quality();
        Supervision();
        if (withMachine)
            Machine();
        Invariants();
        return text.ToString();
    }

    private CaseFile[] Files => [.. books.Files];

    private void States()
    {
        var files = Files;
        Title("Cases");
        Table("state", "cases", files.GroupBy(State).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, Of(group.Count(), files.Length))));
        Line($"");
        Line($"| item | cases | closed | approved | refused | median days | p90 |");
        Line($"|---|--:|--:|--:|--:|--:|--:|");
        foreach (var item in files.GroupBy(file => file.Service.Code).OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            var days = DaysToDecision(item);
            Line($"| {item.Key} {item.First().Service.Name.En} | {item.Count()} | {item.Count(file => file.Current.IsClosed)} | {item.Count(IsApproved)} | {item.Count(IsRefused)} | {At(days, 50)} | {At(days, 90)} |");
        }
    }

    private void Times()
    {
        var decided = Files.Where(file => file.Current.Decision is not null).ToArray();
        var days = DaysToDecision(decided);
        Title("The clock");
        Table("decided", "cases", ((DueState State, string Name)[])[(DueState.Green, "on time"), (DueState.Yellow, "in the last tenth of the time"), (DueState.Red, "too late")],
            state => state.Name, state => Of(decided.Count(file => file.Current.StateAt(file.Current.Decision!.At) == state.State), decided.Length));
        Line($"");
        Line($"Working days from acceptance to decision: median {At(days, 50)}, p90 {At(days, 90)}, longest {At(days, 100)} (n = {days.Length}).");
        var tasks = Files.SelectMany(file => file.Current.Tasks).ToArray();
        Line($"Tasks that were reminded of: {Of(tasks.Count(task => task.RemindedAt is not null), tasks.Length)}; escalated: {Of(tasks.Count(task => task.EscalatedAt is not null), tasks.Length)}.");
        Line($"Events in a case: median {At(Files.Select(file => file.Entries.Length).Order().ToArray(), 50)}, most {Files.Select(file => file.Entries.Length).DefaultIfEmpty().Max()}.");
    }

    private void Quality()
    {
        var files = Files;
        var closed = files.Where(file => file.Current.IsClosed).ToArray();
        Title("For the households");
        Table("times somebody had to come", "cases closed", ((string Name, Func<int, bool> Is)[])[("0", n => n == 0), ("1", n => n == 1), ("more", n => n > 1)],
            row => row.Name, row => Of(closed.Count(file => row.Is(file.Current.Visits.Length)), closed.Length));
        Line($"");
        Line($"- sent back once: {Of(files.Count(file => file.Current.Correction is not null), files.Length)}");
        Line($"- papers asked for beyond the list, refused: {files.Sum(file => file.Current.RefusedRequests.Length)}");
        Line($"- carried by an agent: {Of(files.Count(file => file.Current.Agents.Length > 0), files.Length)}");
        Line($"- the applicant died meanwhile: {books.Receipts.Values.Count(known => !known.Of.IsAlive(books.Today))}");
        var objections = files.SelectMany(file => file.Current.Objections).ToArray();
        Line($"- public notices: {files.Sum(file => file.Entries.Count(entry => entry.Event is PublicNoticeOpened))}; objections: {objections.Length}, right or partly: {objections.Count(objection => objection.Finding is ComplaintFinding.Upheld or ComplaintFinding.PartlyUpheld)}, sent back by them: {files.Count(file => file.Entries.Any(entry => entry.Event is Reopened))}");
        Line($"- clocks that stood still: {Of(files.Count(file => file.Entries.Any(entry => entry.Event is ClockPaused)), files.Length)}; extended: {files.Count(file => file.Entries.Any(entry => entry.Event is TimeExtended))}; accepted by silence: {files.Count(file => file.Entries.Any(entry => entry.Event is Accepted { Deemed: true }))}");
        Line($"- errands that an agent could not run: {files.Sum(file => file.Entries.Count(entry => entry.Event is ErrandDeclined))}");
        var rated = closed.Where(file => file.Current.Rating is not null).Select(file => file.Current.Rating!).ToArray();
        var counted = rated.Where(rating => rating.Excluded is null).ToArray();
        Line($"- rated: {Of(rated.Length, closed.Length)} of the closed cases; left out as mistaken or malicious: {rated.Length - counted.Length}; satisfied (3 to 5): {Of(counted.Count(rating => !rating.IsBad), counted.Length)}");
        Line($"- bad ratings: {counted.Count(rating => rating.IsBad)}, followed up to the end: {counted.Count(rating => rating is { IsBad: true, RemediedAt: not null })}, content when asked again: {counted.Count(rating => rating.Satisfied == true)}");
    }

    private void Supervision()
    {
        Title("Supervision");
        var matters = books.Matters.Where(book => book.File is not null).Select(book => book.File!.Current).ToArray();
        var complaints = matters.Select(matter => (matter, Subject: matter.Subject as MatterSubject.OfComplaint)).Where(pair => pair.Subject is not null).ToArray();
        var reviews = matters.SelectMany(matter => matter.Steps).Select(step => step.Done?.Act).OfType<MatterAct.Reviewed>().ToArray();
        var candidates = books.Draws.Sum(draw => draw.Sample.Candidates.Length);
        Line($"- complaints: {complaints.Count(pair => pair.Subject!.Kind == ComplaintKind.Complaint)}, appeals: {complaints.Count(pair => pair.Subject!.Kind == ComplaintKind.Appeal)}, answered: {Of(complaints.Count(pair => pair.matter.Last<MatterAct.Answered>() is not null), complaints.Length)}");
        Line($"- benefits looked at again: {matters.Count(matter => matter.Subject is MatterSubject.OfBenefit)}, ended or changed: {Files.SelectMany(file => file.Entries).Count(entry => entry.Event is BenefitChanged or BenefitTapered or BenefitStopped)}");
        Line($"- draws: {books.Draws.Count}; drawn: {Of(books.Draws.Sum(draw => draw.Sample.Drawn.Length), candidates)} of the decided cases");
        Line($"- files reviewed: {reviews.Length}; excellent {reviews.Count(review => review.Grade == Grade.Excellent)}, qualified {reviews.Count(review => review.Grade == Grade.Qualified)}, unqualified {reviews.Count(review => review.Grade == Grade.Unqualified)}");
        Line($"- points suspended: {books.Points.Values.Sum(point => point.Suspensions.Length)}; decisions handed over: {Files.SelectMany(file => file.Entries).Count(entry => entry.Event is TaskReassigned { Cause: MoveCauses.AuthoritySuspended })}");
        Line($"");
        Table("acts", "times", books.Acts.Done.Select(act => (act.What, Number(act.Times))));
        Line($"");
        Table("refused, by reason", "times", books.Acts.Refused.Select(act => (act.What, Number(act.Times))));
    }

    private void Machine()
    {
        Title("The machine");
        var cases = Math.Max(1, books.Cases.Count);
        Line($"{books.Took.TotalSeconds:0} s for {books.Options.Days} days on {Environment.ProcessorCount} cores; processor time {books.OwnWork.TotalSeconds:0} s for the city{(StoreWork is { } store ? string.Create(CultureInfo.InvariantCulture, $" and {store.TotalSeconds:0} s for the store") : "")}. Requests to the store: {books.Requests}, {(decimal)books.Requests / cases:0} a case, everything included that people, messengers and clocks asked for.");
        Line($"");
        Table("request", "a case", books.RequestsByKind.Take(15).Select(kind => (kind.Kind, ((decimal)kind.Count / cases).ToString("0.0", CultureInfo.InvariantCulture))));
    }

    private void Invariants()
    {
        Title("What must hold");
        foreach (var (invariant, violations) in Findings)
        {
            Line($"- {(violations.Count == 0 ? "OK" : "VIOLATED")} {invariant.Name}");
            foreach (var violation in violations)
                Line($"  - {violation}");
        }
    }

    private static string State(CaseFile file) => file.Current.Status switch
    {
        CaseStatus.Closed => file.Current.Decision?.Outcome is CaseOutcome.Approved ? "closed, approved" : "closed, refused",
        CaseStatus.Approved => "approved, not closed yet",
        CaseStatus.Refused => "refused, not closed yet",
        // Told what the registers contradict, the household may still answer: no desk has it.
        _ when !file.Current.CurrentStages.Any() => "open: the household may still object",
        _ => "open: " + string.Join(" and ", file.Current.CurrentStages.Select(kind => kind.Code()).Order(StringComparer.Ordinal)),
    };

    private static bool IsApproved(CaseFile file) => file.Current.Decision?.Outcome is CaseOutcome.Approved;

    private static bool IsRefused(CaseFile file) => file.Current.Decision?.Outcome is CaseOutcome.Refused;

    private int[] DaysToDecision(IEnumerable<CaseFile> files) =>
    [
        .. files.Where(file => file.Current is { Decision: not null, Promise: not null })
            .Select(file => books.City.Catalogue.Calendar.WorkingDaysBetween(file.Current.Promise!.AcceptedOn, BeijingTime.DayOf(file.Current.Decision!.At))).Order(),
    ];

    private static string At(int[] sorted, int percent) => sorted.Length == 0 ? "–" : Number(sorted[Math.Min(sorted.Length - 1, (sorted.Length * percent + 99) / 100 is var rank && rank > 0 ? rank - 1 : 0)]);

    private static string Of(int some, int all) => all == 0 ? $"{some} of 0" : string.Create(CultureInfo.InvariantCulture, $"{some} of {all} ({100m * some / all:0.0}%)");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Title(string title)
    {
        Line($"");
        Line($"## {title}");
        Line($"");
    }

    private void Table<T>(string what, string many, IEnumerable<T> rows, Func<T, string> name, Func<T, string> count) => Table(what, many, rows.Select(row => (name(row), count(row))));

    private void Table(string what, string many, IEnumerable<(string What, string Many)> rows)
    {
        Line($"| {what} | {many} |");
        Line($"|---|--:|");
        foreach (var row in rows)
            Line($"| {row.What} | {row.Many} |");
    }

    private void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
