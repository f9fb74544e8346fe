using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Conversation.Cards;

/// <summary>What each kind of task asks for, and its acts: the safe one first, those that refuse or send back behind a form of their own.</summary>
internal static class TaskForms
{
    /// <summary>Acts in the order they stand on a card.</summary>
    private static readonly string[] Order =
    [
        ActNames.Attended, ActNames.Accept, ActNames.Collected, ActNames.Cosigned, ActNames.Surveyed, ActNames.Verified, ActNames.Appraised, ActNames.Convene, ActNames.Propose, ActNames.NoticePosted, ActNames.Approve, ActNames.Countersign, ActNames.Filed, ActNames.HandedOver,
        CheckForms.Contradicted, ActNames.StartSurvey, ActNames.Disputed, ActNames.NotMet, ActNames.RequestMaterial, ActNames.TellMissing, ActNames.OutsideArea, ActNames.Cannot, ActNames.Return, ActNames.ProposeRefusal, ActNames.Refuse, ActNames.DeclineSignature, ActNames.NotAccepted, .. MatterForms.Order,
    ];

    private const string NoAmount = "nothing";

    /// <summary>Inputs of the first act, open on the card.</summary>
    public static IEnumerable<JsonNode?> InputsOf(Phrasebook book, TaskView task) => First(task) switch
    {
        ActNames.Collected => Collected(book, task),
        ActNames.Surveyed => CheckForms.Survey(book, task),
        ActNames.Appraised => CheckForms.Appraise(book, task),
        ActNames.Convene => CheckForms.Convene(book, task),
        ActNames.HandedOver => [Inputs.Day(book, CardKeys.On, Phrase.InputHandedOn, Phrase.InputDayError, required: false), Parts.Quiet(book[Phrase.CardHandedOver])],
        ActNames.Cosigned => [Parts.Text(book[Phrase.CardCosign])],
        ActNames.Verified =>
        [
            Inputs.Choice(book, CardKeys.Verification, Phrase.InputVerification, Phrase.InputVerificationError, required: true, many: false,
                new[] { "consistent", "unknown" }.Select(result => (book.NameOr("verification", result), result))),
            Inputs.Text(book, CardKeys.Findings, Phrase.InputFindings, Phrase.CardRequired, required: false, most: Limits.TextLongest, multiline: true),
        ],
        ActNames.Propose or ActNames.Approve => task.Grants == NoAmount ? [] : [Amount(book, task)],
        ActNames.Countersign => [Parts.Text(book[Phrase.InputCountersign])],
        ActNames.Attended => [Parts.Text(book[Phrase.InputAttended]), Coming(book, task, required: false)],
        ActNames.NoticePosted => [Parts.Text(book[Phrase.InputPosted])],
        ActNames.Filed => [Inputs.Text(book, CardKeys.RegisterNumber, Phrase.InputRegisterNumber, Phrase.InputRegisterError, required: false, most: Limits.RegisterNumberLongest, hint: Phrase.InputRegisterHint)],
        var act => MatterForms.InputsOf(book, task, act),
    };

    /// <summary>At most three; the first submits the card, the others open their own form.</summary>
    public static IEnumerable<JsonNode> ActionsOf(Phrasebook book, TaskView task)
    {
        var offered = Order.Where(act => IsOffered(task, act)).Take(3).ToArray();
        for (var i = 0; i < offered.Length; i++)
            yield return OwnForm(book, task, offered[i]) is { } form ? Behind(book, task, offered[i], form) : Submit(book, task, offered[i], isFirst: i == 0);
    }

    /// <summary>What may be done about the clock, under a line that folds it out.</summary>
    public static IEnumerable<JsonNode> ClockOf(Phrasebook book, TaskView task) => ClockForms.Folded(book, task, (act, form) => Behind(book, task, act, form));

    /// <summary>One act with its form, for a card that is not the task's own.</summary>
    public static JsonNode Behind(Phrasebook book, string caseId, string taskId, int version, string action) =>
        Parts.Behind(book.NameOr("action", action), ClockForms.Form(book, action), Posting(book, caseId, taskId, version, action));

    // The data check has a second button for what contradicts.
    private static bool IsOffered(TaskView task, string act) => task.Actions.Contains(act == CheckForms.Contradicted ? ActNames.Verified : act);

    private static string? First(TaskView task) => Order.FirstOrDefault(task.Actions.Contains);

    private static JsonNode?[] Collected(Phrasebook book, TaskView task)
    {
        var open = MaterialWords.ToBring(task);
        return
        [
            open.Length == 0 ? null : Inputs.Choice(
                book, CardKeys.Materials, Phrase.InputMaterials, Phrase.CardRequired, required: false, many: true, open.Select(material => (material.Name, material.Code)),
                string.Join(',', open.Where(material => material.Status == "received" || material.Documents.Count > 0).Select(material => material.Code))),
            AtTheCounter(task) ? Inputs.Choice(
                book, CardKeys.Brought, Phrase.InputBrought, Phrase.CardRequired, required: false, many: false, new[] { "otherwise", "in-person" }.Select(way => (book.NameOr("brought", way), way)), "otherwise") : null,
            AtTheCounter(task) ? Coming(book, task, required: false) : null,
            Parts.Quiet(book[Phrase.CardSendPhotos]),
        ];
    }

    // An agent goes to the household; at an office somebody may have had to come.
    private static bool AtTheCounter(TaskView task) => Roles.Parse(task.Role)?.IsAgent() != true;

    /// <summary>Asked from the second visit on.</summary>
    private static JsonObject? Coming(Phrasebook book, TaskView task, bool required) => task.Visits == 0 ? null : Inputs.Choice(
        book, CardKeys.ComingCause, Phrase.InputComingCause, Phrase.InputChoiceError, required, many: false, ComingCauses.All.Select(cause => (book.NameOr("comingCause", cause), cause)));

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

    private static JsonObject? Villages(Phrasebook book, TaskView task) => task.Villages is not { Count: > 0 } villages ? null : Inputs.Compact(Inputs.Choice(
        book, CardKeys.Village, Phrase.InputVillage, Phrase.CardRequired, required: false, many: false, villages.Select(village => (village.Name, village.Code))));

    private static JsonNode?[]? OwnForm(Phrasebook book, TaskView task, string action) => action switch
    {
        ActNames.Return =>
        [
            Inputs.Choice(
                book, CardKeys.Materials, Phrase.InputReturnPapers, Phrase.CardRequired, required: false, many: true,
                task.Materials.Where(paper => !paper.BeyondList).Select(paper => (paper.Name, paper.Code))),
            Inputs.Text(book, CardKeys.Items, Phrase.InputItems, Phrase.InputItemsError, required: false, multiline: true),
            Inputs.Text(book, CardKeys.Reason, Phrase.InputReason, Phrase.InputReasonError, required: true, least: Limits.ReasonShortest, multiline: true),
        ],
        ActNames.RequestMaterial => Requested(book, task),
        CheckForms.Contradicted => CheckForms.Differences(book),
        ActNames.StartSurvey => CheckForms.Start(book),
        ActNames.Disputed or ActNames.NotMet => CheckForms.Dispute(book),
        // Called again, once there is a meeting to report of.
        ActNames.Convene when task.Actions.Contains(ActNames.Appraised) => [.. CheckForms.Convene(book, task)],
        ActNames.TellMissing =>
        [
            Parts.Text(book[Phrase.InputTellOnce]),
            Inputs.Choice(
                book, CardKeys.Materials, Phrase.InputMissing, Phrase.InputRequestedError, required: true, many: true, (task.Requestable ?? []).Select(paper => (paper.Name, paper.Code))),
            Inputs.Text(book, CardKeys.Reason, Phrase.InputMissingReason, Phrase.InputReasonError, required: true, least: Limits.ReasonShortest, multiline: true),
        ],
        ActNames.OutsideArea => [Parts.Text(book[Phrase.InputOutsideArea]), Villages(book, task)],
        ActNames.Cannot => [Inputs.Choice(
            book, CardKeys.Cause, Phrase.InputCannotCause, Phrase.InputCannotCauseError, required: true, many: false, DeclineCauses.All.Select(cause => (book.NameOr("decline-cause", cause), cause)))],
        ActNames.Refuse or ActNames.ProposeRefusal or ActNames.DeclineSignature or ActNames.NotAccepted =>
            [Inputs.Text(book, CardKeys.RefusalReason, Phrase.InputReason, Phrase.InputReasonError, required: true, least: Limits.ReasonShortest, multiline: true)],
        _ => MatterForms.OwnForm(book, task, action),
    };

    private static JsonObject Behind(Phrasebook book, TaskView task, string action, JsonNode?[] form) =>
        Parts.Behind(book.NameOr("action", action), form.Select(part => OfAct(part, action)), Submit(book, task, action, isFirst: false));

    // Web Chat draws nothing of a card in which two elements have one id, not even of different forms.
    private static JsonNode? OfAct(JsonNode? part, string action)
    {
        if (part is JsonObject input && input["id"] is { } id) input["id"] = CardKeys.Of(id.ToString(), action);
        return part;
    }

    public static JsonObject Submit(Phrasebook book, TaskView task, string action, bool isFirst)
    {
        var submit = Posting(book, task.CaseId, task.TaskId, task.Version, action);
        // Whoever reads what was posted knows then whether an amount was asked for.
        if (task.Grants != "monthly" && action is (ActNames.Propose or ActNames.Approve)) submit["data"]![CardKeys.Grants] = task.Grants;
        if (isFirst) submit["style"] = "positive";
        else if (action is ActNames.Refuse or ActNames.ProposeRefusal or ActNames.NotAccepted or ActNames.DeclineSignature or MatterActNames.RecheckFailed or MatterActNames.ExcludeRating or MatterActNames.BenefitStop or MatterActNames.BenefitSentBack) submit["style"] = "destructive";
        return submit;
    }

    private static JsonObject Posting(Phrasebook book, string caseId, string taskId, int version, string action) => new()
    {
        ["type"] = "Action.Submit",
        ["title"] = book.NameOr("action", action),
        ["data"] = new JsonObject
        {
            [CardKeys.Act] = action,
            [CardKeys.CaseId] = caseId,
            [CardKeys.TaskId] = taskId,
            [CardKeys.Version] = version,
        },
    };
}
