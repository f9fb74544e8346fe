using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;

namespace OneVisit.Conversation.Cards;

/// <summary>What the steps of supervision ask for: reviews, remedies, complaints.</summary>
internal static class MatterForms
{
    /// <summary>Acts in the order they stand on a card.</summary>
    public static readonly string[] Order =
    [
        MatterActNames.Reviewed, MatterActNames.Corrected, MatterActNames.RecheckPassed, MatterActNames.Contacted, MatterActNames.Fixed, MatterActNames.Revisited,
        MatterActNames.Answered, MatterActNames.Visited, MatterActNames.RecheckFailed, MatterActNames.ExcludeRating,
        .. BenefitForms.Order,
    ];

    /// <summary>Inputs of the first act, open on the card.</summary>
    public static IEnumerable<JsonNode?> InputsOf(Phrasebook book, TaskView task, string? act) => act switch
    {
        MatterActNames.Reviewed => Reviewed(book, task),
        MatterActNames.Corrected or MatterActNames.Fixed => [Words(book, required: true)],
        MatterActNames.RecheckPassed => [Words(book, required: false)],
        MatterActNames.Contacted => [Choice(book, CardKeys.Complexity, Phrase.InputComplexity, "complexity", "simple", "complex"), Words(book, required: true)],
        MatterActNames.Revisited => [Choice(book, CardKeys.Satisfied, Phrase.InputSatisfied, "satisfied", "yes", "no"), Words(book, required: false)],
        MatterActNames.Answered => [Choice(book, CardKeys.Finding, Phrase.InputFinding, "finding", "upheld", "partly-upheld", "unfounded"), Words(book, required: true)],
        MatterActNames.Visited =>
        [
            Inputs.Text(book, CardKeys.Investigator1, Phrase.InputInvestigator1, Phrase.InputInvestigatorError, required: true, least: 2, most: Limits.NameLongest),
            Inputs.Text(book, CardKeys.Investigator2, Phrase.InputInvestigator2, Phrase.InputInvestigatorError, required: true, least: 2, most: Limits.NameLongest),
            Words(book, required: true),
        ],
        _ => BenefitForms.InputsOf(book, act),
    };

    /// <summary>The form behind an act that refuses or leaves out; <c>null</c>: it has none.</summary>
    public static JsonNode?[]? OwnForm(Phrasebook book, TaskView task, string act) => act is MatterActNames.RecheckFailed or MatterActNames.ExcludeRating
        ? [Inputs.Text(book, CardKeys.RefusalReason, Phrase.InputReason, Phrase.InputReasonError, required: true, least: Limits.ReasonShortest, multiline: true)]
        : BenefitForms.OwnForm(book, task, act);

    // What the journal knows is told with its proof; the rest is asked, each for itself: nothing counts as good because nobody looked.
    private static IEnumerable<JsonNode?> Reviewed(Phrasebook book, TaskView task)
    {
        var criteria = task.Criteria ?? [];
        yield return Parts.Quiet(book[Phrase.CardCriteriaKnown]);
        yield return Parts.Text(string.Join("\n", criteria.Where(known => known.Answer is not null).Select(known => $"- {Known(book, known)}")));
        foreach (var asked in criteria.Where(criterion => criterion.Answer is null))
        {
            var input = Inputs.Compact(Choice(book, CardKeys.AnswerPrefix + asked.Id, Phrase.InputAnswerError, "answer", "met", "fault", "not-applicable"));
            input["label"] = Named(book, asked);
            yield return input;
        }
        yield return Inputs.Text(book, CardKeys.Items, Phrase.InputGuidance, Phrase.CardRequired, required: false, multiline: true, hint: Phrase.InputGuidanceHint);
        yield return Inputs.Number(book, CardKeys.Days, Phrase.InputGuidanceDays, Phrase.InputNumberError, required: false, least: 1);
    }

    private static string Known(Phrasebook book, CriterionView known) =>
        $"{Parts.Mark(known.Answer != "fault")} {book.Aside($"{Markdown.Escape(known.Name)}{book.Name("format", "colon")}{book.NameOr("answer", known.Answer!)}", Markdown.Escape(known.Proof))}";

    private static string Named(Phrasebook book, CriterionView criterion) =>
        criterion.Points is { } points ? book[Phrase.CriterionCosts, criterion.Name, points] : book[Phrase.CriterionVeto, criterion.Name];

    internal static JsonObject Words(Phrasebook book, bool required) => Inputs.Text(
        book, CardKeys.Words, Phrase.InputWords, Phrase.InputWordsError, required, least: required ? Limits.ReasonShortest : 0, multiline: true);

    private static JsonObject Choice(Phrasebook book, string id, Phrase label, string group, params string[] codes) =>
        Inputs.Choice(book, id, label, Phrase.InputChoiceError, required: true, many: false, codes.Select(code => (book.NameOr(group, code), code)));
}
