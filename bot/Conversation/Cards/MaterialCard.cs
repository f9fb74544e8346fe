using System.Text.Json.Nodes;
using OneVisit.Conversation.Resident;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation.Cards;

/// <summary>The complete one-time list (一次性告知); what the city holds is struck out, with from where.</summary>
internal static class MaterialCard
{
    public static JsonNode Of(Turn turn)
    {
        var (book, list) = (turn.Book, turn.Materials);
        return Parts.Card(
            book.Language.Code(), book[Phrase.MaterialsTitle],
            [
                Parts.Title(book[Phrase.MaterialsTitle]),
                .. list.Lines.Where(line => line.IsAsked).SelectMany((line, index) => Needed(turn, line, index + 1)),
                list.Held.IsEmpty ? null : Parts.Quiet(book[Phrase.MaterialsHeldTitle]),
                .. list.Held.Select(material => Struck(book, material)),
                list.Needed.IsEmpty ? null : Parts.Quiet(book[Phrase.MaterialsNow]),
                MaterialWords.Drafts(book, list.Held.Concat(list.Needed)) is { } forms ? Parts.Text(forms) : null,
            ]);
    }

    /// <summary>A paper, and of several services which need it.</summary>
    private static IEnumerable<JsonNode> Needed(Turn turn, MaterialLine line, int number)
    {
        yield return Parts.Text(Needed(turn.Book, line.Material, number));
        // Beside a paper that shows on what somebody acts, on which law.
        if (Acting.For(turn) is { Basis: { } basis } && Acting.Evidence(turn)?.Code == line.Code && turn.Book.Name("acting-law", basis, Acting.PersonOf(turn)) is { } law) yield return Parts.Quiet(law);
        if (turn.Chosen.Length > 1 && line.Services.Length < turn.Chosen.Length) yield return Parts.Quiet(turn.Book[Phrase.MaterialFor, turn.Book.List(line.Services.Select(turn.NameOf))]);
    }

    private static string Needed(Phrasebook book, Material material, int number)
    {
        var form = material.Form.In(book.Language);
        var note = material.NeverWaivable ? book.List([form, book[Phrase.MaterialNever]]) : form;
        return book.Aside($"{number}\\. **{Markdown.Escape(Phrasebook.Opening(material.Name.In(book.Language)))}**", note);
    }

    private static JsonObject Struck(Phrasebook book, Material material)
    {
        var name = Phrasebook.Opening(material.Name.In(book.Language));
        var whole = material.Prefilled ? book[Phrase.MaterialPrefilled, name] : material.HeldBy is { } holder ? book[Phrase.MaterialHeld, name, holder.In(book.Language)] : name;
        return new JsonObject
        {
            ["type"] = "RichTextBlock",
            ["inlines"] = new JsonArray(
                new JsonObject { ["type"] = "TextRun", ["text"] = name, ["strikethrough"] = true },
                new JsonObject { ["type"] = "TextRun", ["text"] = whole[name.Length..], ["isSubtle"] = true }),
        };
    }
}
