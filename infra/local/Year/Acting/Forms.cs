using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Local.Year.World;

namespace OneVisit.Local.Year.Acting;

/// <summary>
/// How a member of staff fills in the form of a task: by what its card offers and asks for, whatever kind of task it is. All fields are filled in as a diligent
/// clerk would; those that the act does not ask for are ignored.
/// </summary>
internal sealed class Forms(Dice dice, Workforce people)
{
    private const string Words = "已按规定办理，情况属实";
    private const int PauseDays = 6;

    private static readonly string[] Villagers = ["史大山", "史小河", "孟广田", "徐桂枝", "高来福", "朱有粮", "冯春生"];

    /// <param name="isDead">The household's applicant has died meanwhile, and people here know.</param>
    /// <returns><c>null</c>: the card offers nothing.</returns>
    public TaskOutcome? For(StaffMember by, TaskView task, bool isDead, DateOnly today)
    {
        if (task.Actions.Count == 0)
            return null;
        var key = $"{task.CaseId} {task.TaskId}";
        var action = isDead && Refusal(task) is { } refusal ? refusal : Choose(task, key);
        return new TaskOutcome(
            action,
            Investigators: [by.Name, Colleague(by)],
            MonthlyIncomeFound: dice.Happens(0.9, $"income as told {key}") ? null : dice.Between(200, 5_000, $"income found {key}"),
            MembersFound: task.Members,
            Findings: Words,
            Verification: dice.Weighted([("consistent", 92), ("contradicted", 4), ("unknown", 4)], $"verification {key}"),
            Amount: AmountOf(task),
            Reason: isDead ? "申请人已去世，不再发放" : "材料与实际情况不符，请核实",
            Items: ["请核对家庭收入证明"],
            Materials: action is ActNames.RequestMaterial or ActNames.TellMissing ? Requested(task, key) : [.. ToCollect(task)],
            LegalReason: null,
            Answers: task.Criteria?.Where(criterion => criterion.Answer is null).ToDictionary(criterion => criterion.Id, criterion => (string?)AnswerTo(criterion, key)),
            Days: Math.Min(10, task.MostDays ?? 10),
            Words: Words,
            Complexity: dice.Pick(["simple", "complex"], $"complexity {key}"),
            Satisfied: dice.Happens(0.85, $"satisfied {key}") ? "yes" : "no",
            Finding: dice.Weighted([("upheld", 2), ("partly-upheld", 3), ("unfounded", 5)], $"finding {key}"),
            Months: Math.Min(3, task.MostDays ?? 3),
            DiedOn: task.OpenedOn,
            Cause: CauseOf(action, task),
            Until: today.AddDays(PauseDays))
        {
            Second = task.Colleagues?.FirstOrDefault(colleague => colleague.StaffId != by.Id)?.StaffId,
            Differences = [new DifferenceFound("income", "1000", "1800", "tax", today)],
            Representatives = Villagers,
            Present = [.. Voting(task)],
            Recused = task.Meeting?.Related,
            Order = MeetingOrder.All,
            VotesFor = Voting(task).Count() - 1,
            VotesAgainst = 1,
            VotesAbstained = 0,
        };
    }

    /// <summary>A paper of the office that an act needs first; <c>null</c>: none.</summary>
    public static string? PaperFirst(TaskView task, TaskOutcome form) => form.Action == ActNames.Appraised && task.Meeting is { HasMinutes: false } ? OfficePapers.AppraisalMinutes : null;

    private static string? CauseOf(string action, TaskView task) => action switch
    {
        ActNames.Cannot => DeclineCauses.Busy,
        ActNames.PauseClock => PauseCauses.Hearing,
        ActNames.ExtendTime => "hard-survey",
        ActNames.Attended when task.Visits > 0 => "law",
        _ => null,
    };

    private static IEnumerable<string> Voting(TaskView task) => (task.Meeting?.Representatives ?? Villagers).Except(task.Meeting?.Related ?? []);

    private string Choose(TaskView task, string key) => task.Actions switch
    {
        [var only] => only,
        var offered when offered.Contains(ActNames.ExtendTime) && dice.Happens(0.03, $"extend {key}") => ActNames.ExtendTime,
        var offered when offered.Contains(ActNames.PauseClock) && dice.Happens(0.01, $"pause {key}") => ActNames.PauseClock,
        var offered when offered.Contains(ActNames.Disputed) => Offered(task, dice.Happens(0.03, $"dispute {key}") ? ActNames.Disputed : ActNames.Cosigned),
        var offered when offered.Contains(ActNames.HandedOver) => Offered(task, dice.Weighted(
            [(ActNames.HandedOver, 92), (ActNames.NotMet, 6), (ActNames.Cannot, 2)], $"read out {key} {task.Version}")),
        var offered when offered.Contains(ActNames.Appraised) => ActNames.Appraised,
        var offered when offered.Contains(ActNames.Collected) => Offered(task, dice.Weighted(
            [(ActNames.Collected, 95), (ActNames.Cannot, 3), (ActNames.OutsideArea, 2)], $"collect {key} {task.Version}")),
        var offered when offered.Contains(ActNames.Accept) => Offered(task, dice.Weighted(
            [(ActNames.Accept, 90), (ActNames.TellMissing, 7), (ActNames.NotAccepted, 3)], $"accept {key} {task.Version}")),
        var offered when offered.Contains(MatterActNames.BenefitStays) => dice.Happens(0.7, $"stays {key}") ? MatterActNames.BenefitStays : offered[^1],
        var offered when offered.Contains(MatterActNames.BenefitSentBack) => Offered(task, dice.Happens(0.05, $"sent back {key}") ? MatterActNames.BenefitSentBack : MatterActNames.BenefitConfirmed),
        var offered when offered.Contains(ActNames.Propose) => Offered(task, dice.Weighted(
            [(ActNames.Propose, 86), (ActNames.ProposeRefusal, 9), (ActNames.RequestMaterial, 5)], $"review {key} {task.Version}")),
        var offered when offered.Contains(ActNames.Approve) => Offered(task, dice.Weighted(
            [(ActNames.Approve, 93), (ActNames.Return, 5), (ActNames.Refuse, 2)], $"decide {key}")),
        // Nothing to approve: the opinion was to refuse, or its notice has not run.
        var offered when offered.Contains(ActNames.Refuse) && task.Kind == StageKind.Decide.Code() => offered.Contains(ActNames.Attended)
            ? ActNames.Attended
            : Offered(task, dice.Happens(0.1, $"reconsider {key}") ? ActNames.Return : ActNames.Refuse),
        var offered when offered.Contains(ActNames.RequestMaterial) && dice.Happens(0.02, $"ask {key} {task.Version}") => ActNames.RequestMaterial,
        var offered when offered.Contains(MatterActNames.RecheckFailed) => Offered(task, dice.Happens(0.15, $"recheck {key}") ? MatterActNames.RecheckFailed : MatterActNames.RecheckPassed),
        var offered when offered.Contains(MatterActNames.ExcludeRating) => Offered(task, dice.Happens(0.05, $"exclude {key}") ? MatterActNames.ExcludeRating : MatterActNames.Revisited),
        // The dangerous one is never the first.
        var offered => offered[0],
    };

    private static string Offered(TaskView task, string wished) => task.Actions.Contains(wished) ? wished : task.Actions[0];

    private static string? Refusal(TaskView task) => task.Actions.FirstOrDefault(action => action is ActNames.ProposeRefusal or ActNames.Refuse);

    private static decimal? AmountOf(TaskView task) => task.Grants switch
    {
        "nothing" when task.About is null => null,
        _ => task.ProposedAmount ?? (task.EstimatedAmount is > 0 and <= 100_000 and { } estimated ? decimal.Round(estimated, 2) : 300m),
    };

    private IEnumerable<string> ToCollect(TaskView task) => task.Materials
        .Where(paper => paper.HeldBy is null && paper.Status == "needed" && !paper.ByCommitment)
        .Where(paper => paper.LaterBy is null || task.TaskId.StartsWith("papers-to-follow", StringComparison.Ordinal))
        .Select(paper => paper.Code);

    // Of the list as a rule; beyond it now and then, which the back office has to refuse.
    private string[] Requested(TaskView task, string key)
    {
        var papers = task.Requestable ?? [];
        var wished = papers.Where(paper => paper.OnList != dice.Happens(0.3, $"beyond {key}")).ToArray();
        return (wished.Length > 0 ? wished : [.. papers]) is { Length: > 0 } some ? [dice.Pick(some, $"which {key}").Code] : [];
    }

    private string AnswerTo(CriterionView criterion, string key) => dice.Weighted([("met", 95), ("fault", criterion.Points is null ? 1 : 4), ("not-applicable", 1)], $"criterion {criterion.Id} {key}");

    private string Colleague(StaffMember by) => people.Holders(by.Posts[0].Role, by.Posts[0].Office).FirstOrDefault(other => other.Id != by.Id && other.Name != by.Name)?.Name
        ?? people.Holders(Role.TownshipHead, by.Posts[0].Office).FirstOrDefault()?.Name ?? "孟协理";
}
