using OneVisit.Contracts;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation.Cards;

/// <summary>The papers of a case: which people are asked for, and how each stands on a card.</summary>
internal static class MaterialWords
{
    /// <summary>What somebody has to bring or has brought: neither held by the city nor filled in by us.</summary>
    public static CaseMaterial[] ToBring(TaskView task) => [.. task.Materials.Where(material => material is { HeldBy: null, ByCommitment: false, Status: "needed" or "received" })];

    /// <summary>The name of a material of the service, or its code when the service no longer has it.</summary>
    public static string NameOf(Service? service, string code, Language language) => NameOf(service is null ? [] : [service], code, language);

    /// <summary>The name of a material of one of the services, or its code when none has it.</summary>
    public static string NameOf(IEnumerable<Service> services, string code, Language language) =>
        services.SelectMany(service => service.Materials).FirstOrDefault(material => material.Code == code)?.Name.In(language) ?? code;

    /// <param name="papers">Where the reader opens a paper, followed by <c>{caseId}/{documentId}</c>; <c>null</c>: they are only counted.</param>
    public static IEnumerable<string> Lines(Phrasebook book, IReadOnlyList<CaseMaterial> materials, string caseId, Uri? papers)
    {
        var folder = papers is null ? null : new Uri(papers, $"{caseId}/");
        return materials.Select(material => $"- {Line(book, material, folder)}{(folder is null ? "" : Forms(material, Labelled(book[Phrase.CardFormPrint], new Uri(folder, $"forms/{material.Code}").ToString())))}");
    }

    /// <summary>The same for the household itself, with its forms to print and, while they may be signed, to sign.</summary>
    public static IEnumerable<string> OwnLines(Phrasebook book, CaseView view) => view.Materials.Select(material =>
    {
        var print = Labelled(book[Phrase.CardFormPrint], FormAddress.ToPrint(view.CaseId, material.Code));
        // A letter of entrusting is signed on paper, by the person's own hand.
        var onPaper = view.Representation?.Evidence == material.Code;
        var sign = view.Status == "open" && material.Documents.Count == 0 && !onPaper ? [Labelled(book[Phrase.CardFormSign], FormAddress.ToSign(view.CaseId, material.Code))] : Array.Empty<string>();
        return $"- {Line(book, material, null)}{Forms(material, [print, .. sign])}";
    });

    /// <summary>The forms among materials, each a link to print it before anything is submitted; <c>null</c> without forms.</summary>
    public static string? Drafts(Phrasebook book, IEnumerable<Material> materials)
    {
        var links = materials.Where(material => FilledForms.Contain(material.Code)).Select(material => Labelled(Markdown.Escape(material.Name.In(book.Language)), FormAddress.ToPrint(FormAddress.Draft, material.Code))).ToArray();
        return links.Length == 0 ? null : book[Phrase.CardFormsDraft, string.Join(" · ", links)];
    }

    private static string Forms(CaseMaterial material, params string[] links) => FilledForms.Contain(material.Code) ? " · " + string.Join(" · ", links) : "";

    private static string Labelled(string words, string address) => $"[{words}]({address})";

    private static string Line(Phrasebook book, CaseMaterial material, Uri? folder)
    {
        var name = Markdown.Escape(material.Name);
        return material.Status switch
        {
            "held" => book.Aside(name, book[Phrase.CardHeld, Markdown.Escape(material.HeldBy)]),
            "prefilled" => book.Aside(name, book[Phrase.CardPrefilled]),
            _ when material.Documents.Count > 0 && folder is not null => $"✓ {book[Phrase.Labelled, name, book.List(material.Documents.Select((paper, index) => Link(book, paper, index, folder)))]}",
            _ when material.Documents.Count > 0 => $"✓ {book.Aside(name, book[Phrase.CardDocumentsCount, material.Documents.Count])}",
            "received" => $"✓ {name}",
            _ when material.Requested is { } why => book.Aside(name, book[Phrase.CardRequested, Markdown.Escape(why)]),
            _ when material.LaterBy is { } day => book.Aside(name, book[Phrase.CardFollows, book.Day(day)]),
            _ when material.ByCommitment => book.Aside(name, book[Phrase.CardCommitted]),
            _ => book.Aside(name, book[Phrase.CardDocumentsNone]),
        };
    }

    private static string Link(Phrasebook book, DocumentView paper, int index, Uri folder) =>
        $"[{book[Phrase.CardOpenDocument, index + 1]}]({new Uri(folder, Uri.EscapeDataString(paper.DocumentId)).AbsoluteUri})";
}
