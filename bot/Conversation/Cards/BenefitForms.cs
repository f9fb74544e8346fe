using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;

namespace OneVisit.Conversation.Cards;

/// <summary>What looking at a benefit again asks for: the finding, and behind a form of its own what would change or end it.</summary>
internal static class BenefitForms
{
    /// <summary>Acts in the order they stand on a card; the end last.</summary>
    public static readonly string[] Order =
    [
        MatterActNames.BenefitStays, MatterActNames.BenefitConfirmed, MatterActNames.BenefitChange, MatterActNames.BenefitTaper, MatterActNames.BenefitSentBack, MatterActNames.BenefitStop,
    ];

    public static IEnumerable<JsonNode?> InputsOf(Phrasebook book, string? act) => act switch
    {
        MatterActNames.BenefitStays => [MatterForms.Words(book, required: true)],
        MatterActNames.BenefitConfirmed => [MatterForms.Words(book, required: false)],
        _ => [],
    };

    public static JsonNode?[]? OwnForm(Phrasebook book, TaskView task, string act) => act switch
    {
        MatterActNames.BenefitChange => [Amount(book, task), Reason(book)],
        MatterActNames.BenefitTaper => [Months(book, task), Amount(book, task), Reason(book)],
        MatterActNames.BenefitStop when task.Unusual.Contains("benefit-death") => [Inputs.Day(book, CardKeys.DiedOn, Phrase.InputBenefitDay, Phrase.InputBenefitDayError, required: true), Reason(book)],
        MatterActNames.BenefitStop or MatterActNames.BenefitSentBack => [Reason(book)],
        _ => null,
    };

    private static JsonObject Amount(Phrasebook book, TaskView task) =>
        Inputs.Number(book, CardKeys.Amount, Phrase.InputBenefitAmount, Phrase.InputAmountError, required: true, task.EstimatedAmount, least: 0.01m);

    private static JsonObject Months(Phrasebook book, TaskView task)
    {
        var input = Inputs.Number(book, CardKeys.Months, Phrase.InputBenefitMonths, Phrase.InputNumberError, required: true, least: 1);
        input["label"] = book[Phrase.InputBenefitMonths, task.MostDays ?? 1];
        if (task.MostDays is { } most) input["max"] = most;
        return input;
    }

    private static JsonObject Reason(Phrasebook book) =>
        Inputs.Text(book, CardKeys.RefusalReason, Phrase.InputReason, Phrase.InputReasonError, required: true, least: Limits.ReasonShortest, multiline: true);
}
