using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation.Cards;

/// <summary>The authority matrix of a point: what is in force and to come, and behind a button each a line to add and a line to end. Every change takes a reason.</summary>
internal static class MatrixCard
{
    public const string Grant = "matrix-grant";
    public const string End = "matrix-end";

    private static readonly Role[] Holders = [Role.ChiefRepresentative, Role.DeputyRepresentative];

    public static Say.Card Of(Phrasebook book, AuthorityMatrixView matrix)
    {
        var title = book[Phrase.MatrixTitle, Markdown.Escape(matrix.PointName)];
        var live = matrix.Lines.Where(line => line.State != "over").ToArray();
        var card = Parts.Card(
            book.Language.Code(), title,
            [
                Parts.Title(title),
                .. matrix.Suspensions.Where(suspension => suspension.InForce).Select(suspension => Parts.Coloured(book[Phrase.MatrixSuspended, Markdown.Escape(suspension.Reason)], "Warning")),
                Parts.Lines(live.Length == 0 ? [book[Phrase.MatrixEmpty]] : live.Select(line => $"- {Line(book, line)}")),
                .. Parts.Folded(book[Phrase.MatrixOver], "over", Parts.Lines(matrix.Lines.Where(line => line.State == "over").Select(line => $"- {Line(book, line)}"))),
            ]);
        var grant = Behind(book, matrix, Grant, Granting(book, matrix));
        return new(card.WithActions(live.Length == 0 ? [grant] : [grant, Behind(book, matrix, End, Ending(book, live))]), title);
    }

    /// <summary>Digits of the township whose point it is of.</summary>
    public static string Township(AuthorityMatrixView matrix) => matrix.Point.Split('/')[^1];

    private static string Line(Phrasebook book, AuthorityLineView line) => book[
        Phrase.MatrixLine, Named(line), Markdown.Escape(line.HolderName), line.UpTo is { } most ? book[Phrase.MatrixUpTo, book.Yuan(most)] : book[Phrase.MatrixAnyAmount],
        book.FarDay(line.From), line.To is { } last ? book.FarDay(last) : book[Phrase.MatrixOpen], book.NameOr("matrix-state", line.State)];

    private static string Named(AuthorityLineView line) => Markdown.Escape($"{line.Item} {line.ItemName}");

    private static JsonNode?[] Granting(Phrasebook book, AuthorityMatrixView matrix) =>
    [
        Inputs.Compact(Inputs.Choice(book, CardKeys.MatrixItem, Phrase.InputMatrixItem, Phrase.InputChoiceError, required: true, many: false, matrix.Items.Select(item => ($"{item.Code} {item.Name}", item.Code)))),
        Inputs.Choice(book, CardKeys.Holder, Phrase.InputMatrixHolder, Phrase.InputChoiceError, required: true, many: false, Holders.Select(holder => (book.NameOr("matrix-holder", holder.Code()), holder.Code()))),
        Inputs.Number(book, CardKeys.UpTo, Phrase.InputMatrixUpTo, Phrase.InputNumberError, required: false),
        Inputs.Day(book, CardKeys.From, Phrase.InputMatrixFrom, Phrase.InputDayError, required: false),
        Inputs.Day(book, CardKeys.To, Phrase.InputMatrixTo, Phrase.InputDayError, required: false),
        Reason(book, Grant),
    ];

    private static JsonNode?[] Ending(Phrasebook book, IEnumerable<AuthorityLineView> live) =>
    [
        Inputs.Compact(Inputs.Choice(
            book, CardKeys.MatrixLine, Phrase.InputMatrixLine, Phrase.InputChoiceError, required: true, many: false,
            live.DistinctBy(line => (line.Item, line.Holder)).Select(line => (book.Aside($"{line.Item} {line.ItemName}", line.HolderName), $"{line.Item}|{line.Holder}")))),
        Inputs.Day(book, CardKeys.LastDay, Phrase.InputMatrixLastDay, Phrase.InputDayError, required: false),
        Reason(book, End),
    ];

    private static JsonObject Reason(Phrasebook book, string act) =>
        Inputs.Text(book, CardKeys.Of(CardKeys.MatrixReason, act), Phrase.InputMatrixReason, Phrase.InputReasonError, required: true, least: Limits.ReasonShortest, multiline: true);

    private static JsonObject Behind(Phrasebook book, AuthorityMatrixView matrix, string act, JsonNode?[] form) => Parts.Behind(book.NameOr("action", act), form, new JsonObject
    {
        ["type"] = "Action.Submit",
        ["title"] = book[Phrase.MatrixSubmit],
        ["data"] = new JsonObject { [CardKeys.Act] = act, [CardKeys.Point] = Township(matrix) },
    });
}
