using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;

namespace OneVisit.Conversation.Cards;

/// <summary>What each kind of task asks for, and its acts: the safe one first, those that refuse or send back behind a form of their own.</summary>
internal static class TaskForms
{
    /// <summary>Acts in the order they stand on a card.</summary>
    private static readonly string[] Order =
    [
        ActNames.Attended, ActNames.Collected, ActNames.Surveyed, ActNames.Verified, ActNames.Propose, ActNames.NoticePosted, ActNames.Approve, ActNames.Filed,
        ActNames.RequestMaterial, ActNames.Return, ActNames.ProposeRefusal, ActNames.Refuse, .. MatterForms.Order,
    ];

    private const string NoAmount = "nothing";

    /// <summary>Inputs of the first act, open on the card.</summary>
    public static IEnumerable<JsonNode?> InputsOf(Phrasebook book, TaskView task) => First(task) switch
    {
        ActNames.Collected => Collected(book, task),
        ActNames.Surveyed =>
        [
            Inputs.Text(book, CardKeys.Investigator1, Phrase.InputInvestigator1, Phrase.InputInvestigatorError, required: true, least: 2, most: Limits.NameLongest),
            Inputs.Text(book, CardKeys.Investigator2, Phrase.InputInvestigator2, Phrase.InputInvestigatorError, required: true, least: 2, most: Limits.NameLongest),
            Inputs.Number(book, CardKeys.IncomeFound, Phrase.InputIncomeFound, Phrase.InputNumberError, required: true),
            Inputs.Number(book, CardKeys.MembersFound, Phrase.InputMembersFound, Phrase.InputNumberError, required: true, task.Members, least: 1),
            Inputs.Text(book, CardKeys.Findings, Phrase.InputFindings, Phrase.CardRequired, required: false, most: Limits.TextLongest, multiline: true, hint: Phrase.InputFindingsHint),
        ],
        ActNames.Verified =>
        [
            Inputs.Choice(book, CardKeys.Verification, Phrase.InputVerification, Phrase.InputVerificationError, required: true, many: false,
                new[] { "consistent", "contradicted", "unknown" }.Select(result => (book.NameOr("verification", result), result))),
            Inputs.Text(book, CardKeys.Findings, Phrase.InputFindings, Phrase.CardRequired, required: false, most: Limits.TextLongest, multiline: true),
        ],
        ActNames.Propose or ActNames.Approve => task.Grants == NoAmount ? [] : [Amount(book, task)],
        ActNames.Attended => [Parts.Text(book[Phrase.InputAttended])],
        ActNames.NoticePosted => [Parts.Text(book[Phrase.InputPosted])],
        ActNames.Filed => [Inputs.Text(book, CardKeys.RegisterNumber, Phrase.InputRegisterNumber, Phrase.InputRegisterError, required: false, most: Limits.RegisterNumberLongest, hint: Phrase.InputRegisterHint)],
        var act => MatterForms.InputsOf(book, task, act),
    };

    /// <summary>At most three; the first submits the card, the others open their own form.</summary>
    public static IEnumerable<JsonNode> ActionsOf(Phrasebook book, TaskView task)
    {
        var offered = Order.Where(task.Actions.Contains).Take(3).ToArray();
        for (var i = 0; i < offered.Length; i++)
            yield return OwnForm(book, task, offered[i]) is { } form ? Behind(book, task, offered[i], form) : Submit(book, task, offered[i], isFirst: i == 0);
    }

    private static string? First(TaskView task) => Order.FirstOrDefault(task.Actions.Contains);

    private static JsonNode?[] Collected(Phrasebook book, TaskView task)
    {
        var open = MaterialWords.ToBring(task);
        return
        [
            open.Length == 0 ? null : Inputs.Choice(
                book, CardKeys.Materials, Phrase.InputMaterials, Phrase.CardRequired, required: false, many: true, open.Select(material => (material.Name, material.Code)),
                string.Join(',', open.Where(material => material.Status == "received" || material.Documents.Count > 0).Select(material => material.Code))),
            Parts.Quiet(book[Phrase.CardSendPhotos]),
        ];
    }

    private static JsonObject Amount(Phrasebook book, TaskView task) =>
        Inputs.Number(
            book, CardKeys.Amount, task.Grants == "once" ? Phrase.InputAmountOnce : Phrase.InputAmount, Phrase.InputAmountError, required: true,
            task.ProposedAmount ?? task.EstimatedAmount, least: task.Grants == "recomputed" ? 0 : 0.01m);

    private static JsonNode?[] Requested(Phrasebook book, TaskView task) =>
    [
        Inputs.Choice(
            book, CardKeys.Materials, Phrase.InputRequested, Phrase.InputRequestedError, required: true, many: true,
            (task.Requestable ?? []).Select(paper => (paper.OnList ? paper.Name : book[Phrase.InputBeyondList, paper.Name], paper.Code))),
        Inputs.Choice(
            book, CardKeys.LegalReason, Phrase.InputLegalReason, Phrase.CardRequired, required: false, many: false,
            (task.LegalReasons ?? []).Select(reason => (book.Aside(reason.Name, reason.Law), reason.Id))),
        Inputs.Text(book, CardKeys.Reason, Phrase.InputReason, Phrase.InputReasonError, required: true, least: Limits.ReasonShortest, multiline: true),
    ];

    private static JsonNode?[]? OwnForm(Phrasebook book, TaskView task, string action) => action switch
    {
        ActNames.Return =>
        [
            Inputs.Text(book, CardKeys.Items, Phrase.InputItems, Phrase.InputItemsError, required: true, least: 1, multiline: true),
            Inputs.Text(book, CardKeys.Reason, Phrase.InputReason, Phrase.InputReasonError, required: true, least: Limits.ReasonShortest, multiline: true),
        ],
        ActNames.RequestMaterial => Requested(book, task),
        ActNames.Refuse or ActNames.ProposeRefusal =>
            [Inputs.Text(book, CardKeys.RefusalReason, Phrase.InputReason, Phrase.InputReasonError, required: true, least: Limits.ReasonShortest, multiline: true)],
        _ => MatterForms.OwnForm(book, task, action),
    };

    private static JsonObject Behind(Phrasebook book, TaskView task, string action, JsonNode?[] form) => new()
    {
        ["type"] = "Action.ShowCard",
        ["title"] = book.NameOr("action", action),
        // A card inside a card does not see the inputs outside of it; what it needs is in it.
        ["card"] = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["body"] = Parts.Array(form),
            ["actions"] = new JsonArray(Submit(book, task, action, isFirst: false)),
        },
    };

    private static JsonObject Submit(Phrasebook book, TaskView task, string action, bool isFirst)
    {
        var submit = new JsonObject
        {
            ["type"] = "Action.Submit",
            ["title"] = book.NameOr("action", action),
            ["data"] = new JsonObject
            {
                [CardKeys.Act] = action,
                [CardKeys.CaseId] = task.CaseId,
                [CardKeys.TaskId] = task.TaskId,
                [CardKeys.Version] = task.Version,
            },
        };
        // Whoever reads what was posted knows then whether an amount was asked for.
        if (task.Grants != "monthly" && action is (ActNames.Propose or ActNames.Approve)) submit["data"]![CardKeys.Grants] = task.Grants;
        if (isFirst) submit["style"] = "positive";
        else if (action is ActNames.Refuse or ActNames.ProposeRefusal or MatterActNames.RecheckFailed or MatterActNames.ExcludeRating or MatterActNames.BenefitStop or MatterActNames.BenefitSentBack) submit["style"] = "destructive";
        return submit;
    }
}
