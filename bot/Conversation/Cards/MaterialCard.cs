using System.Text.Json.Nodes;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation.Cards;

/// <summary>The complete one-time list (一次性告知); what the city holds is struck out, with from where.</summary>
internal static class MaterialCard
{
    public static JsonNode Of(Phrasebook book, MaterialList list) => Parts.Card(
        book.Language.Code(), book[Phrase.MaterialsTitle],
        [
            Parts.Title(book[Phrase.MaterialsTitle]),
            .. list.Needed.Select((material, index) => Parts.Text(Needed(book, material, index + 1))),
            list.Held.IsEmpty ? null : Parts.Quiet(book[Phrase.MaterialsHeldTitle]),
            .. list.Held.Select(material => Struck(book, material)),
            list.Needed.IsEmpty ? null : Parts.Quiet(book[Phrase.MaterialsNow]),
            MaterialWords.Drafts(book, list.Held.Concat(list.Needed)) is { } forms ? Parts.Text(forms) : null,
        ]);

    private static string Needed(Phrasebook book, Material material, int number)
    {
        var form = material.Form.In(book.Language);
        var note = material.NeverWaivable ? book.List([form, book[Phrase.MaterialNever]]) : form;
        return book.Aside($"{number}\\. **{Markdown.Escape(material.Name.In(book.Language))}**", note);
    }

    private static JsonObject Struck(Phrasebook book, Material material)
    {
        var name = material.Name.In(book.Language);
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
