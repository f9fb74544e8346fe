using System.Globalization;
using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Cards;

/// <summary>What surveys, data checks and appraisals ask for, and the small form on every card by which somebody says that they are related to the household.</summary>
internal static class CheckForms
{
    /// <summary>Handed in as <see cref="ActNames.Verified"/>: a contradiction has a form of its own, behind a button of its own.</summary>
    public const string Contradicted = "contradicted";

    /// <summary>Contradictions that one card takes; what is more stands in the findings.</summary>
    public const int Rows = 3;

    // Eighteen characters, and the blanks with which people write them in groups.
    private const int IdLongest = 24;

    public static IEnumerable<JsonNode?> Survey(Phrasebook book, TaskView task) =>
    [
        Inputs.Choice(
            book, CardKeys.Second, Phrase.InputSecond, Phrase.InputSecondError, required: true, many: false,
            (task.Colleagues ?? []).Select(colleague => (book.Aside(Markdown.Escape(colleague.Name), colleague.RoleName), colleague.StaffId))),
        Inputs.Day(book, CardKeys.On, Phrase.InputVisitedOn, Phrase.InputDayError, required: false, task.Survey?.VisitedOn),
        Inputs.Number(book, CardKeys.IncomeFound, Phrase.InputIncomeFound, Phrase.InputNumberError, required: true, task.Survey?.MonthlyIncomeFound),
        Inputs.Number(book, CardKeys.MembersFound, Phrase.InputMembersFound, Phrase.InputNumberError, required: true, task.Survey?.MembersFound ?? task.Members, least: 1),
        Inputs.Text(book, CardKeys.Findings, Phrase.InputFindings, Phrase.CardRequired, required: false, most: Limits.TextLongest, multiline: true, hint: Phrase.InputFindingsHint, value: task.Survey?.Findings),
        Parts.Quiet(book[Phrase.CardSurveyPhoto]),
    ];

    public static JsonNode?[] Start(Phrasebook book) => [Inputs.Day(book, CardKeys.StartOn, Phrase.InputStartOn, Phrase.InputDayError, required: false)];

    public static JsonNode?[] Dispute(Phrasebook book) =>
        [Inputs.Text(book, CardKeys.RefusalReason, Phrase.InputReason, Phrase.InputReasonError, required: true, least: Limits.ReasonShortest, multiline: true)];

    /// <summary>Row by row; the first is needed, the others as far as there is more.</summary>
    public static JsonNode?[] Differences(Phrasebook book) =>
    [
        Parts.Quiet(book[Phrase.CardDifferencesHint]),
        .. Enumerable.Range(1, Rows).SelectMany(row => Difference(book, row)),
        Inputs.Text(book, CardKeys.DifferenceFindings, Phrase.InputFindings, Phrase.CardRequired, required: false, most: Limits.TextLongest, multiline: true),
    ];

    public static IEnumerable<JsonNode?> Convene(Phrasebook book, TaskView task) =>
    [
        Inputs.Text(
            book, CardKeys.Representatives, Phrase.InputRepresentatives, Phrase.InputRepresentativesError, required: true, most: Limits.Representatives * 20, multiline: true,
            hint: Phrase.InputRepresentativesHint, value: task.Meeting is { } called ? string.Join('\n', called.Representatives) : null),
        Inputs.Day(book, CardKeys.MeetingOn, Phrase.InputMeetingOn, Phrase.InputDayError, required: false, task.Meeting?.On),
        Inputs.Text(book, CardKeys.Place, Phrase.InputPlace, Phrase.CardRequired, required: false, most: Limits.NameLongest, value: task.Meeting?.Place),
    ];

    public static IEnumerable<JsonNode?> Appraise(Phrasebook book, TaskView task)
    {
        if (task.Meeting is not { } meeting) yield break;
        // What stands beside a box to tick is read as Markdown, and these names were typed.
        yield return Parts.Text(book[Phrase.CardMeeting, book.Day(meeting.On), meeting.Representatives.Count, meeting.LeastPresent]);
        yield return Inputs.Choice(book, CardKeys.Present, Phrase.InputPresent, Phrase.InputChoiceError, required: true, many: true, meeting.Representatives.Select(name => (Markdown.Escape(name), name)));
        yield return Inputs.Choice(
            book, CardKeys.Recused, Phrase.InputRecused, Phrase.CardRequired, required: false, many: true, meeting.Representatives.Select(name => (Markdown.Escape(name), name)), string.Join(',', meeting.Related));
        yield return Inputs.Choice(
            book, CardKeys.Order, Phrase.InputOrder, Phrase.CardRequired, required: false, many: true, MeetingOrder.All.Select(part => (book.NameOr("meeting-order", part), part)));
        yield return Inputs.Number(book, CardKeys.VotesFor, Phrase.InputVotesFor, Phrase.InputNumberError, required: false);
        yield return Inputs.Number(book, CardKeys.VotesAgainst, Phrase.InputVotesAgainst, Phrase.InputNumberError, required: false);
        yield return Inputs.Number(book, CardKeys.VotesAbstained, Phrase.InputVotesAbstained, Phrase.InputNumberError, required: false);
        yield return Parts.Quiet(book[meeting.HasMinutes ? Phrase.CardMinutesThere : Phrase.CardMinutesNeeded]);
    }

    /// <summary>A line to press on every card of a case that is not decided.</summary>
    public static JsonObject? Relative(Phrasebook book, TaskView task) => !task.MayDeclareRelative ? null : new JsonObject
    {
        ["type"] = "ActionSet",
        ["actions"] = new JsonArray(Parts.Behind(
            book[Phrase.CardRelative],
            [
                Parts.Quiet(book[Phrase.CardRelativeHint]),
                Inputs.Choice(
                    book, CardKeys.RelativeIs, Phrase.InputRelativeIs, Phrase.InputChoiceError, required: true, many: false,
                    [(book[Phrase.RelativeSelf], "self"), (book[Phrase.RelativeOther], "other")]),
                Inputs.Text(book, CardKeys.RelativeName, Phrase.InputRelativeName, Phrase.CardRequired, required: false, most: Limits.RelativeLongest),
                Inputs.Text(book, CardKeys.Relation, Phrase.InputRelation, Phrase.CardRequired, required: false, most: Limits.RelativeLongest),
            ],
            TaskForms.Submit(book, task, ActNames.DeclareRelative, isFirst: false))),
    };

    /// <summary>A line to press by which a member of the household is named; the number goes to the back office and is not shown again in full.</summary>
    public static JsonObject? Member(Phrasebook book, TaskView task) => !task.MayNameMember ? null : new JsonObject
    {
        ["type"] = "ActionSet",
        ["actions"] = new JsonArray(Parts.Behind(
            book[Phrase.CardMember],
            [
                Parts.Quiet(book[Phrase.CardMemberHint]),
                Inputs.Text(book, CardKeys.MemberName, Phrase.InputMemberName, Phrase.StaffMemberNeeded, required: true, most: Limits.NameLongest),
                Inputs.Text(book, CardKeys.MemberNumber, Phrase.InputMemberNumber, Phrase.StaffMemberNeeded, required: true, most: IdLongest),
                Inputs.Choice(book, CardKeys.MemberAuthorised, Phrase.InputMemberAuthorised, Phrase.StaffMemberNeeded, required: true, many: true, [(book[Phrase.MemberAuthorised], "yes")]),
            ],
            TaskForms.Submit(book, task, ActNames.NameMember, isFirst: false))),
    };

    private static IEnumerable<JsonNode?> Difference(Phrasebook book, int row)
    {
        var required = row == 1;
        var at = row.ToString(CultureInfo.InvariantCulture);
        if (!required) yield return Parts.Quiet(book[Phrase.CardAnotherDifference]);
        yield return Inputs.Compact(Inputs.Choice(book, CardKeys.Field + at, Phrase.InputDifferenceField, Phrase.InputChoiceError, required, many: false, DataFields.All.Select(field => (book.NameOr("data-field", field), field))));
        yield return Inputs.Text(book, CardKeys.Told + at, Phrase.InputTold, Phrase.CardRequired, required, most: Limits.DifferenceLongest);
        yield return Inputs.Text(book, CardKeys.Found + at, Phrase.InputFound, Phrase.CardRequired, required, most: Limits.DifferenceLongest);
        yield return Inputs.Compact(Inputs.Choice(book, CardKeys.Register + at, Phrase.InputRegister, Phrase.InputChoiceError, required, many: false, DataRegisters.All.Select(register => (book.NameOr("data-register", register), register))));
        yield return Inputs.Day(book, CardKeys.AsOf + at, Phrase.InputAsOf, Phrase.InputDayError, required);
    }
}
