using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Cards;

/// <summary>The clock on a card: that it stands still and why, and the acts about it, folded away under a line of their own.</summary>
internal static class ClockForms
{
    /// <summary>Acts about the clock; they do nothing about the task itself.</summary>
    public static readonly string[] Acts = [ActNames.PauseClock, ActNames.ResumeClock, ActNames.ExtendTime];

    /// <summary>The clock stands still, since when and why.</summary>
    public static JsonNode? Paused(Phrasebook book, PausedView? paused) => paused is null
        ? null
        : Parts.Coloured(book[Phrase.CardPaused, book.Day(paused.Since), book.List(paused.Pauses.Select(pause => Pause(book, pause)))], "Accent");

    /// <summary>A line that folds the forms out; nothing where the reader may not touch the clock.</summary>
    public static IEnumerable<JsonNode> Folded(Phrasebook book, TaskView task, Func<string, JsonNode?[], JsonNode> behind)
    {
        var forms = Acts.Where(task.Actions.Contains).Select(act => behind(act, Form(book, act))).ToArray();
        return forms.Length == 0
            ? []
            : Parts.Folded(book[Phrase.CardClock], "clock", new JsonObject { ["type"] = "ActionSet", ["actions"] = new JsonArray(forms) });
    }

    /// <summary>The inputs of one of <see cref="Acts"/>.</summary>
    public static JsonNode?[] Form(Phrasebook book, string act) => act switch
    {
        ActNames.PauseClock =>
        [
            Causes(book, "pause-cause", PauseCauses.OfOffices),
            Inputs.Day(book, CardKeys.Until, Phrase.InputUntil, Phrase.InputUntilError, required: true),
            Reason(book),
        ],
        ActNames.ExtendTime => [Causes(book, "extension-cause", ExtensionCauses.All), Reason(book)],
        _ => [Parts.Text(book[Phrase.InputResume])],
    };

    private static string Pause(Phrasebook book, PauseView pause) => book[Phrase.CardPauseOf, book.NameOr("pause-cause", pause.Cause), book.Day(pause.Until)];

    private static JsonObject Causes(Phrasebook book, string group, IEnumerable<string> causes) =>
        Inputs.Choice(book, CardKeys.Cause, Phrase.InputCause, Phrase.InputChoiceError, required: true, many: false, causes.Select(cause => (book.NameOr(group, cause), cause)));

    private static JsonObject Reason(Phrasebook book) =>
        Inputs.Text(book, CardKeys.Reason, Phrase.InputReason, Phrase.InputReasonError, required: true, least: Limits.ReasonShortest, multiline: true);
}
