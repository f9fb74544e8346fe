using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Cards;

/// <summary>A line to press by which a value that is masked is asked for in full, with what it is needed for; and who asked, for the household.</summary>
internal static class RevealForms
{
    public const string Act = "reveal";

    public static JsonObject? Of(Phrasebook book, TaskView task) => task.Masked is not { Count: > 0 } masked ? null : new JsonObject
    {
        ["type"] = "ActionSet",
        ["actions"] = new JsonArray(Parts.Behind(
            book[Phrase.CardReveal],
            [
                Parts.Quiet(book[Phrase.CardRevealHint]),
                Inputs.Choice(book, CardKeys.RevealWhat, Phrase.InputRevealWhat, Phrase.InputChoiceError, required: true, many: false, masked.Select(what => (book.NameOr("revealed", what), what))),
                Inputs.Choice(book, CardKeys.RevealReason, Phrase.InputRevealReason, Phrase.InputChoiceError, required: true, many: false, RevealReasons.All.Select(reason => (book.NameOr("reveal-reason", reason), reason))),
                Inputs.Text(book, CardKeys.RevealWords, Phrase.InputRevealWords, Phrase.InputReasonError, required: true, least: Limits.ReasonShortest, most: Limits.ReasonLongest),
            ],
            TaskForms.Submit(book, task, Act, isFirst: false))),
    };

    /// <summary>A line each; that nobody did is told, too.</summary>
    public static IEnumerable<string> Looks(Phrasebook book, IReadOnlyList<LookView> looks) => looks.Count == 0
        ? [book[Phrase.LooksNobody]]
        : looks.Select(look => $"- {book[Phrase.LookLine, book.FarDay(look.On), Markdown.Escape(look.By), Markdown.Escape(look.What), Markdown.Escape(look.Reason)]}");
}
