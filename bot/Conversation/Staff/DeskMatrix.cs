using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Staff;

/// <summary>The city's desk looks at the authority matrix of a point and changes it. Who may do so is the back office's to say.</summary>
internal static class DeskMatrix
{
    private const string PointPrefix = "matrix:";

    public static void Choose(DeskTurn turn, ImmutableArray<AuthorityMatrixView> points)
    {
        if (points is [var only]) Show(turn, only, changed: false);
        else turn.Say(turn.Book[Phrase.MatrixWhich], [.. points.Select(point => new Choice(point.PointName, PointPrefix + MatrixCard.Township(point)))]);
    }

    public static void Show(DeskTurn turn, AuthorityMatrixView matrix, bool changed)
    {
        if (changed) turn.Say(turn.Book[Phrase.MatrixChanged, Markdown.Escape(matrix.PointName)], turn.MyTasks);
        turn.Show(MatrixCard.Of(turn.Book, matrix));
    }

    public static bool Press(DeskTurn turn, string value)
    {
        if (!value.StartsWith(PointPrefix, StringComparison.Ordinal) || !IsTownship(value[PointPrefix.Length..])) return false;
        turn.Effect = new Effect.ShowMatrix(value[PointPrefix.Length..]);
        return true;
    }

    /// <returns><c>false</c>: something else was posted.</returns>
    public static bool Post(DeskTurn turn, IReadOnlyDictionary<string, string> fields)
    {
        var (act, point) = (Outcomes.Field(fields, CardKeys.Act), Outcomes.Field(fields, CardKeys.Point));
        if (act is not (MatrixCard.Grant or MatrixCard.End) || point is null || !IsTownship(point)) return false;
        if (Outcomes.ReasonIn(Outcomes.Field(fields, CardKeys.Of(CardKeys.MatrixReason, act))) is not { } reason)
            turn.Say(turn.Book[Phrase.StaffReasonNeeded], turn.MyTasks);
        else if ((act == MatrixCard.Grant ? Granted(fields, reason) : Ended(fields, reason)) is { } wish)
            turn.Effect = new Effect.ChangeMatrix(point, wish);
        else
            turn.Say(turn.Book[Phrase.InputChoiceError], turn.MyTasks);
        return true;
    }

    private static ChangeAuthority? Granted(IReadOnlyDictionary<string, string> fields, string reason) =>
        (Outcomes.Field(fields, CardKeys.MatrixItem), Outcomes.Field(fields, CardKeys.Holder)) is ({ } item, { } holder)
            && (Outcomes.Field(fields, CardKeys.UpTo) is not { } typed || Outcomes.Number(typed) is not null)
            ? new(reason, [new(item, holder, Outcomes.Number(Outcomes.Field(fields, CardKeys.UpTo)), Outcomes.Day(fields, CardKeys.From), Outcomes.Day(fields, CardKeys.To))])
            : null;

    private static ChangeAuthority? Ended(IReadOnlyDictionary<string, string> fields, string reason) =>
        Outcomes.Field(fields, CardKeys.MatrixLine)?.Split('|') is [var item, var holder] ? new(reason, Ends: [new(item, holder, Outcomes.Day(fields, CardKeys.LastDay))]) : null;

    private static bool IsTownship(string text) => text.Length == 9 && text.All(char.IsAsciiDigit);
}
