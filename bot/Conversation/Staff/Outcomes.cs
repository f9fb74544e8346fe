using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;

namespace OneVisit.Conversation.Staff;

/// <summary>
/// A posted card becomes the outcome of a task. What is plainly missing is asked for here, in words; who may do what is the back office's to say.
/// </summary>
internal static partial class Outcomes
{
    public static void Post(DeskTurn turn, IReadOnlyDictionary<string, string> fields)
    {
        if (fields.TryGetValue("pick", out var pick))
        {
            DeskTalk.Press(turn, pick);
            return;
        }
        if (DeskMatrix.Post(turn, fields) || DeskPhones.Post(turn, fields) || DeskActing.Post(turn, fields) || DeskPeople.Post(turn, fields) || DeskReveal.Post(turn, fields)) return;
        var (act, caseId, taskId) = (Field(fields, CardKeys.Act), Field(fields, CardKeys.CaseId), Field(fields, CardKeys.TaskId));
        if (act is null || caseId is null || taskId is null || !CaseIds.Looks(caseId) || !CaseIds.Looks(taskId))
        {
            turn.Say(turn.Book[Phrase.StaffOldCard], turn.MyTasks);
            return;
        }
        switch (Read(turn.Book, act, OfAct(fields, act)))
        {
            case (TaskOutcome outcome, _): turn.Effect = new Effect.Act(caseId, taskId, outcome); break;
            case (_, var missing): turn.Say(missing ?? turn.Book[Phrase.StaffOldCard], turn.MyTasks); break;
        }
    }

    // The form of the act counts, whatever stands in the others.
    private static Dictionary<string, string> OfAct(IReadOnlyDictionary<string, string> fields, string act)
    {
        var own = fields.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in fields.Where(field => field.Key.EndsWith(CardKeys.Of("", act), StringComparison.Ordinal)))
            own[name[..^CardKeys.Of("", act).Length]] = value;
        return own;
    }

    private static (TaskOutcome? Outcome, string? Missing) Read(Phrasebook book, string act, IReadOnlyDictionary<string, string> fields)
    {
        var outcome = new TaskOutcome(act, SeenVersion: int.TryParse(Field(fields, CardKeys.Version), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null);
        return act switch
        {
            ActNames.Collected => (outcome with
            {
                Materials = Lines(Field(fields, CardKeys.Materials), ','), InPerson = Field(fields, CardKeys.Brought) == "in-person" ? true : null, Cause = Field(fields, CardKeys.ComingCause),
            }, null),
            ActNames.OutsideArea => (outcome with { Village = Field(fields, CardKeys.Village) }, null),
            ActNames.Cannot => Field(fields, CardKeys.Cause) is { } cause && DeclineCauses.All.Contains(cause) ? (outcome with { Cause = cause }, null) : (null, book[Phrase.InputCannotCauseError]),
            ActNames.Surveyed => CheckOutcomes.Surveyed(book, outcome, fields),
            ActNames.Verified => Field(fields, CardKeys.Verification) is { } result and ("consistent" or "unknown")
                ? (outcome with { Verification = result, Findings = Field(fields, CardKeys.Findings) }, null)
                // A card of before: what contradicts has to be named.
                : (null, book[Field(fields, CardKeys.Verification) == CheckForms.Contradicted ? Phrase.StaffDifferencesNeeded : Phrase.StaffVerificationNeeded]),
            ActNames.Propose or ActNames.Approve when Field(fields, CardKeys.Grants) == "nothing" => (outcome, null),
            ActNames.Propose or ActNames.Approve => Number(Field(fields, CardKeys.Amount)) is { } amount && (amount > 0 || (amount == 0 && Field(fields, CardKeys.Grants) == "recomputed"))
                ? (outcome with { Amount = amount }, null)
                : (null, book[Phrase.StaffAmountNeeded]),
            ActNames.Attended => (outcome with { Cause = Field(fields, CardKeys.ComingCause) }, null),
            ActNames.Accept or ActNames.Countersign => (outcome, null),
            ActNames.ResumeClock => (outcome, null),
            ActNames.PauseClock or ActNames.ExtendTime => Clock(book, act, outcome, fields),
            ActNames.TellMissing => Requested(book, outcome, fields),
            ActNames.RequestMaterial => Requested(book, outcome, fields),
            ActNames.ProposeRefusal or ActNames.Refuse or ActNames.NotAccepted or ActNames.DeclineSignature => Reason(fields) is { } reason
                ? (outcome with { Reason = reason }, null)
                : (null, book[Phrase.StaffReasonNeeded]),
            ActNames.Return => Returned(book, outcome, fields),
            ActNames.NoticePosted => (outcome, null),
            ActNames.Filed => Field(fields, CardKeys.RegisterNumber) is { } number ? (outcome with { RegisterNumber = number }, null) : (null, book[Phrase.InputRegisterError]),
            _ when CheckOutcomes.Read(book, act, outcome, fields) is { } check && check != (null, null) => check,
            _ => Supervised(book, act, outcome, fields),
        };
    }

    /// <summary>The steps of supervision. What was not chosen or written is asked for by the back office, field by field; words that are missing, here.</summary>
    private static (TaskOutcome?, string?) Supervised(Phrasebook book, string act, TaskOutcome outcome, IReadOnlyDictionary<string, string> fields)
    {
        var words = Field(fields, CardKeys.Words);
        var hasWords = words is { Length: >= Limits.ReasonShortest and <= Limits.ReasonLongest };
        return act switch
        {
            MatterActNames.Reviewed => (outcome with
            {
                Answers = fields.Where(field => field.Key.StartsWith(CardKeys.AnswerPrefix, StringComparison.Ordinal))
                    .ToDictionary(field => field.Key[CardKeys.AnswerPrefix.Length..], string? (field) => field.Value, StringComparer.Ordinal),
                Items = Lines(Field(fields, CardKeys.Items), '\n'),
                Days = Number(Field(fields, CardKeys.Days)) is { } days and >= 1 and <= 1000 ? (int)days : null,
            }, null),
            MatterActNames.RecheckFailed or MatterActNames.ExcludeRating => Reason(fields) is { } reason ? (outcome with { Reason = reason }, null) : (null, book[Phrase.StaffReasonNeeded]),
            MatterActNames.RecheckPassed or MatterActNames.Revisited => (outcome with { Words = words, Satisfied = Field(fields, CardKeys.Satisfied) }, null),
            MatterActNames.Corrected or MatterActNames.Fixed or MatterActNames.Contacted or MatterActNames.Answered when !hasWords => (null, book[Phrase.StaffWordsNeeded]),
            MatterActNames.Corrected or MatterActNames.Fixed => (outcome with { Words = words }, null),
            MatterActNames.Contacted => (outcome with { Words = words, Complexity = Field(fields, CardKeys.Complexity) }, null),
            MatterActNames.Answered => (outcome with { Words = words, Finding = Field(fields, CardKeys.Finding) }, null),
            MatterActNames.Visited when Field(fields, CardKeys.Investigator1) is { } one && Field(fields, CardKeys.Investigator2) is { } two && one != two =>
                (outcome with { Words = words, Investigators = [one, two] }, null),
            MatterActNames.Visited => (null, book[Phrase.StaffInvestigatorsNeeded]),
            MatterActNames.BenefitStays => hasWords ? (outcome with { Words = words }, null) : (null, book[Phrase.StaffWordsNeeded]),
            MatterActNames.BenefitConfirmed => (outcome with { Words = words }, null),
            MatterActNames.BenefitChange or MatterActNames.BenefitTaper when Number(Field(fields, CardKeys.Amount)) is not > 0 => (null, book[Phrase.StaffAmountNeeded]),
            MatterActNames.BenefitChange or MatterActNames.BenefitTaper or MatterActNames.BenefitStop or MatterActNames.BenefitSentBack => Reason(fields) is { } reason
                ? (outcome with
                {
                    Reason = reason,
                    Amount = Number(Field(fields, CardKeys.Amount)),
                    Months = Number(Field(fields, CardKeys.Months)) is { } months and >= 1 and <= 100 ? (int)months : null,
                    DiedOn = Day(fields, CardKeys.DiedOn),
                }, null)
                : (null, book[Phrase.StaffReasonNeeded]),
            _ => (null, null),
        };
    }

    private static (TaskOutcome?, string?) Returned(Phrasebook book, TaskOutcome outcome, IReadOnlyDictionary<string, string> fields)
    {
        // Papers of the list first, by their codes; then what is in free words.
        ImmutableArray<string> items = [.. Lines(Field(fields, CardKeys.Materials), ','), .. Lines(Field(fields, CardKeys.Items), '\n')];
        if (items.IsEmpty) return (null, book[Phrase.StaffItemsNeeded]);
        return Reason(fields) is { } reason ? (outcome with { Items = items, Reason = reason }, null) : (null, book[Phrase.StaffReasonNeeded]);
    }

    private static (TaskOutcome?, string?) Requested(Phrasebook book, TaskOutcome outcome, IReadOnlyDictionary<string, string> fields)
    {
        var papers = Lines(Field(fields, CardKeys.Materials), ',');
        if (papers.IsEmpty) return (null, book[Phrase.InputRequestedError]);
        return Reason(fields) is { } reason
            ? (outcome with { Materials = papers, Reason = reason, LegalReason = Field(fields, CardKeys.LegalReason) }, null)
            : (null, book[Phrase.StaffReasonNeeded]);
    }

    private static (TaskOutcome?, string?) Clock(Phrasebook book, string act, TaskOutcome outcome, IReadOnlyDictionary<string, string> fields)
    {
        if (Field(fields, CardKeys.Cause) is not { } cause) return (null, book[Phrase.InputChoiceError]);
        if (Reason(fields) is not { } reason) return (null, book[Phrase.StaffReasonNeeded]);
        if (act == ActNames.ExtendTime) return (outcome with { Cause = cause, Reason = reason }, null);
        return Day(fields, CardKeys.Until) is { } until
            ? (outcome with { Cause = cause, Reason = reason, Until = until }, null)
            : (null, book[Phrase.InputUntilError]);
    }

    public static string? Reason(IReadOnlyDictionary<string, string> fields) => ReasonIn(Field(fields, CardKeys.RefusalReason) ?? Field(fields, CardKeys.Reason));

    /// <returns><c>null</c>: too short or too long to be one.</returns>
    public static string? ReasonIn(string? typed) => typed is { Length: >= Limits.ReasonShortest and <= Limits.ReasonLongest } ? typed : null;

    /// <summary>One number as an input or a thumb gives it, 1,300 and full-width digits too, and nothing beside it but its unit: an amount is never guessed.</summary>
    public static decimal? Number(string? text)
    {
        if (text is null) return null;
        var plain = PlainInput.Comparable(text);
        return NumberReader.Find(plain) is [var only] && only.Low == only.High && Unit().IsMatch(plain.Remove(only.Start, only.End - only.Start)) ? only.Low : null;
    }

    public static string? Field(IReadOnlyDictionary<string, string> fields, string name) =>
        fields.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    /// <summary>A day as a date input posts it, <c>yyyy-MM-dd</c>.</summary>
    public static DateOnly? Day(IReadOnlyDictionary<string, string> fields, string name) =>
        DateOnly.TryParseExact(Field(fields, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static ImmutableArray<string> Lines(string? text, char separator) =>
        text is null ? [] : [.. text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    [GeneratedRegex(@"^[\s元块钱¥每月个口人]*$")]
    private static partial Regex Unit();
}
