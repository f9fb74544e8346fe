using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Cards;

/// <summary>
/// A task on somebody's desk: the line that says which one, what is unusual, the facts, papers, law and sum folded away, then at most three acts.
/// </summary>
internal static class TaskCard
{
    private const int LongestStory = 600;

    public static JsonNode Of(Phrasebook book, TaskView task, Uri? papers = null)
    {
        if (task.Actions.Count == 0 || task.Result is not null) return ClosedTaskCard.Of(book, task, papers);
        return Parts.Card(book.Language.Code(), Fallback(book, task), [.. Head(book, task), .. Body(book, task), Links(book, task, papers), .. Folded(book, task, papers), .. TaskForms.ClockOf(book, task), .. TaskForms.InputsOf(book, task), CheckForms.Member(book, task), CheckForms.Relative(book, task), RevealForms.Of(book, task)])
            .WithActions(TaskForms.ActionsOf(book, task));
    }

    public static string Fallback(Phrasebook book, TaskView task) =>
        book[Phrase.CardFallback, book.NameOr("stage", task.Kind), task.Applicant, task.Village, book.Day(task.DueOn)];

    /// <summary>Which one, and by when.</summary>
    public static IEnumerable<JsonNode?> Head(Phrasebook book, TaskView task)
    {
        var household = task.Members is { } members ? book[Phrase.CardHousehold, Markdown.Escape(task.Applicant), book.People(members)] : Markdown.Escape(task.Applicant);
        yield return Parts.Title(book[Phrase.CardTop, Phrasebook.Opening(book.NameOr("stage", task.Kind)), household, Markdown.Escape(task.Village)]);
        if (task.Result is null && task.Paused is not null)
            yield return ClockForms.Paused(book, task.Paused);
        else if (task.Result is null)
            yield return Parts.Coloured(book[Phrase.CardDue, book.Day(task.DueOn), book.NameOr("due", task.DueState)], DueColours.Of(task.DueState));
    }

    private static IEnumerable<JsonNode?> Body(Phrasebook book, TaskView task)
    {
        if (task.ReturnedFor is { Length: > 0 } returned) yield return Parts.Coloured(book[Phrase.CardReturnedFor, Markdown.Escape(returned)], "Warning");
        if (task.Unusual.Count > 0) yield return Parts.Coloured(book[Phrase.CardUnusual, book.List(task.Unusual.Select(name => book.NameOr("unusual", name)))], "Warning");
        yield return Parts.Facts(
            (book[Phrase.CardCase], task.CaseId),
            (book[Phrase.CardAbout], task.About),
            (book[Phrase.CaseActor], Markdown.Escape(task.Representation?.Line)),
            (book[Phrase.CardActorPhone], task.Representation is { Phone: { } number } actor ? Markdown.Escape(actor.Name is { } name ? $"{name} {number}" : number) : null),
            (book[Phrase.CardPhone], Markdown.Escape(task.Phone)),
            (book[Phrase.CardEstimate], task.EstimatedAmount is { } estimate ? book.Yuan(estimate) : null),
            (book[task.Kind == "file" ? Phrase.CaseAmount : Phrase.CardProposed], task.ProposedAmount is { } proposed ? book.Yuan(proposed) : null),
            (book[Phrase.CardOpinion], Markdown.Escape(task.PriorOpinion)),
            (book[Phrase.CardNoticeUntil], task.NoticeUntil is { } until ? book.Day(until) : null),
            (book[Phrase.CardOpened], book.Day(task.OpenedOn)),
            (book[Phrase.CardCaseDue], task.Kind != "file" && task.CaseDueOn is { } caseDue && caseDue != task.DueOn ? book.Day(caseDue) : null));
        if (ToCompare(task) is { } last) yield return Parts.Text(book[Phrase.CardCompareLetter, book.FarDay(last)]);
        foreach (var fact in task.Facts ?? []) yield return Parts.Text(Markdown.Escape(fact));
        if (task.Story is { Length: > 0 } story)
            yield return Parts.Quiet(book[Phrase.Labelled, book[Phrase.CardStory], Markdown.Escape(story.Length <= LongestStory ? story : $"{story[..LongestStory]}…")]);
    }

    // A letter is only as good as who looks at it, and the day was typed by who acts.
    private static DateOnly? ToCompare(TaskView task) =>
        task is { Kind: "accept" or "collect" or "verify" or "review", Representation: { InForce: true, Basis: RepresentationBases.Entrusted, EvidenceStatus: "received", Until: { } last } } ? last : null;

    /// <summary>What is opened beside the card: the whole file on one page, and what is printed for this task.</summary>
    private static JsonObject? Links(Phrasebook book, TaskView task, Uri? papers)
    {
        if (papers is null || CaseIds.In(task.About ?? task.CaseId) is not { } caseId) return null;
        var links = new List<string> { $"[{book[Phrase.CardFolder]}]({new Uri(papers, $"../../folder/{caseId}")})" };
        if (task.Kind == "notice") links.Add($"[{book[Phrase.CardPrintNotice]}]({new Uri(papers, $"{caseId}/notice")})");
        if (task.Kind == "file") links.Add($"[{book[Phrase.CardPackage]}]({new Uri(papers, $"{caseId}/package")})");
        if (task.Kind == BesideTasks.ReadOut && IssuedLinks.Of(book, task.CaseId, task.Issued, papers) is { } letter) links.Add(letter);
        return Parts.Text(string.Join(" · ", links));
    }

    private static IEnumerable<JsonNode> Folded(Phrasebook book, TaskView task, Uri? papers) =>
    [
        .. Parts.Folded(book[Phrase.CardDocuments], "papers", Parts.Lines([.. MaterialWords.Lines(book, task.Materials, task.CaseId, papers), .. Issued(book, task, papers)])),
        .. Parts.Folded(book[Phrase.CardLawAndSum], "law", Parts.Lines([.. task.Findings.Select(finding => $"- {Finding(book, finding)}"), .. task.Laws.Select(law => $"- {Markdown.Escape(law)}")])),
        .. Parts.Folded(book[Phrase.CardChecked], "checked", Parts.Lines(CaseCard.Steps(book, task.Checked))),
    ];

    private static IEnumerable<string> Issued(Phrasebook book, TaskView task, Uri? papers) =>
        papers is not null && IssuedLinks.Of(book, task.CaseId, task.Issued, papers) is { } links ? [$"- {links}"] : [];

    private static string Finding(Phrasebook book, Finding finding)
    {
        var words = finding.Arithmetic is null ? Markdown.Escape(finding.Text) : book[Phrase.Labelled, Markdown.Escape(finding.Text), Markdown.Escape(finding.Arithmetic)];
        return $"{Parts.Mark(finding.Holds)} {book.Aside(words, Markdown.Escape(finding.Law))}";
    }
}
