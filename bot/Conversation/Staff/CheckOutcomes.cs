using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Staff;

/// <summary>Posted cards of surveys, data checks, appraisals and results read out.</summary>
internal static class CheckOutcomes
{
    /// <returns>Neither outcome nor words: the act is none of these.</returns>
    public static (TaskOutcome? Outcome, string? Missing) Read(Phrasebook book, string act, TaskOutcome outcome, IReadOnlyDictionary<string, string> fields) => act switch
    {
        ActNames.StartSurvey => (outcome with { On = Outcomes.Day(fields, CardKeys.StartOn) }, null),
        ActNames.Cosigned => (outcome, null),
        ActNames.HandedOver => (outcome with { On = Outcomes.Day(fields, CardKeys.On) }, null),
        ActNames.Disputed or ActNames.NotMet => Outcomes.Reason(fields) is { } reason ? (outcome with { Reason = reason }, null) : (null, book[Phrase.StaffReasonNeeded]),
        CheckForms.Contradicted => Contradicted(book, outcome, fields),
        ActNames.Convene => Outcomes.Lines(Outcomes.Field(fields, CardKeys.Representatives)?.Replace('、', '\n').Replace('，', '\n').Replace(',', '\n'), '\n') is { Length: >= Limits.RepresentativesLeast } names
            ? (outcome with { Representatives = names, On = Outcomes.Day(fields, CardKeys.MeetingOn), Place = Outcomes.Field(fields, CardKeys.Place) }, null)
            : (null, book[Phrase.InputRepresentativesError]),
        ActNames.Appraised => (outcome with
        {
            Present = Outcomes.Lines(Outcomes.Field(fields, CardKeys.Present), ','),
            Recused = Outcomes.Lines(Outcomes.Field(fields, CardKeys.Recused), ','),
            Order = Outcomes.Lines(Outcomes.Field(fields, CardKeys.Order), ','),
            VotesFor = Votes(fields, CardKeys.VotesFor), VotesAgainst = Votes(fields, CardKeys.VotesAgainst), VotesAbstained = Votes(fields, CardKeys.VotesAbstained),
        }, null),
        ActNames.DeclareRelative => Relative(book, outcome, fields),
        ActNames.NameMember => Member(book, outcome, fields),
        _ => (null, null),
    };

    public static (TaskOutcome?, string?) Surveyed(Phrasebook book, TaskOutcome outcome, IReadOnlyDictionary<string, string> fields)
    {
        if (Outcomes.Field(fields, CardKeys.Second) is not { } second) return (null, book[Phrase.InputSecondError]);
        if (Outcomes.Number(Outcomes.Field(fields, CardKeys.IncomeFound)) is not { } income) return (null, book[Phrase.StaffNumberUnclear, book[Phrase.InputIncomeFound]]);
        if (Outcomes.Number(Outcomes.Field(fields, CardKeys.MembersFound)) is not ({ } members and >= 1 and <= Limits.Members) || members != Math.Floor(members))
            return (null, book[Phrase.StaffNumberUnclear, book[Phrase.InputMembersFound]]);
        return (outcome with
        {
            Second = second, On = Outcomes.Day(fields, CardKeys.On), MonthlyIncomeFound = income, MembersFound = (int)members, Findings = Outcomes.Field(fields, CardKeys.Findings),
        }, null);
    }

    // A row counts as soon as anything of it is filled in; what it lacks then is asked for.
    private static (TaskOutcome?, string?) Contradicted(Phrasebook book, TaskOutcome outcome, IReadOnlyDictionary<string, string> fields)
    {
        var found = ImmutableArray.CreateBuilder<DifferenceFound>();
        for (var row = 1; row <= CheckForms.Rows; row++)
        {
            string?[] cells = [Cell(CardKeys.Field), Cell(CardKeys.Told), Cell(CardKeys.Found), Cell(CardKeys.Register)];
            if (cells.All(cell => cell is null)) continue;
            if (cells is not [{ } field, { } told, { } seen, { } register] || Outcomes.Day(fields, CardKeys.AsOf + row.ToString(CultureInfo.InvariantCulture)) is not { } asOf)
                return (null, book[Phrase.StaffDifferencesNeeded]);
            found.Add(new DifferenceFound(field, told, seen, register, asOf));

            string? Cell(string key) => Outcomes.Field(fields, key + row.ToString(CultureInfo.InvariantCulture));
        }
        return found.Count == 0
            ? (null, book[Phrase.StaffDifferencesNeeded])
            : (outcome with { Action = ActNames.Verified, Verification = CheckForms.Contradicted, Differences = found.ToImmutable(), Findings = Outcomes.Field(fields, CardKeys.DifferenceFindings) }, null);
    }

    private static (TaskOutcome?, string?) Relative(Phrasebook book, TaskOutcome outcome, IReadOnlyDictionary<string, string> fields)
    {
        var name = Outcomes.Field(fields, CardKeys.RelativeIs) == "self" ? "self" : Outcomes.Field(fields, CardKeys.RelativeName);
        return name is null ? (null, book[Phrase.StaffRelativeNeeded]) : (outcome with { Relative = name, Relation = Outcomes.Field(fields, CardKeys.Relation) }, null);
    }

    private static (TaskOutcome?, string?) Member(Phrasebook book, TaskOutcome outcome, IReadOnlyDictionary<string, string> fields) =>
        Outcomes.Field(fields, CardKeys.MemberName) is { } name && Outcomes.Field(fields, CardKeys.MemberNumber) is { } number && Outcomes.Field(fields, CardKeys.MemberAuthorised) is not null
            ? (outcome with { MemberName = name, MemberIdNumber = number, MemberAuthorised = true }, null)
            : (null, book[Phrase.StaffMemberNeeded]);

    private static int? Votes(IReadOnlyDictionary<string, string> fields, string key) =>
        Outcomes.Number(Outcomes.Field(fields, key)) is { } votes and >= 0 and <= Limits.Representatives && votes == Math.Floor(votes) ? (int)votes : null;
}
