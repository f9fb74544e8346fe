using System.Collections.Immutable;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Catalogue.Tests;

/// <summary>A case on its way through one procedure of the catalogue. Whoever's desk a task lies on does what its card offers first.</summary>
internal sealed class Walk
{
    private const string Owner = "resident:abc";
    private const int MostSteps = 60;

    private readonly CityCatalogue city;
    private ImmutableArray<Entry> journal = [];
    private DateTimeOffset now;

    private Walk(CityCatalogue city, Service service, Procedure procedure, bool later)
    {
        (this.city, Procedure) = (city, procedure);
        AppliedOn = procedure.EffectiveTo is { } last && last < new DateOnly(2026, 3, 4) ? procedure.EffectiveFrom.AddDays(30) : new DateOnly(2026, 3, 4);
        now = BeijingTime.StartOf(AppliedOn).AddHours(10);
        var list = MaterialList.For([service], new Household { YearlyEducationSpending = new Money(100) }, AppliedOn, agent: true);
        var choice = MaterialChoice.None with
        {
            Later = later ? [.. list.Lines.Where(line => line.LaterWorkingDays is not null).Select(line => line.Code)] : [],
        };
        var applicant = new SealedApplicant("n", "张*", "i", "hash", "370982********0016", "p", "138****5678", "370982103201", "370982103");
        var application = new Submitted(
            CaseId, "submission-0000001", service.Code, procedure.Version, Owner, "zh-CN", applicant, new Household(),
            FrozenList.Of(list, service.Code, choice, AppliedOn, city.Calendar), "2026-1", new PreliminaryVerdict(VerdictKind.Unknown));
        Take(CaseDecisions.Submit(application, mandateToAgent: true, procedure, city.Calendar, now));
    }

    public Procedure Procedure { get; }

    public DateOnly AppliedOn { get; }

    private static string CaseId => "XT260304-7K2M9Q";

    private Case Current => Case.Of(journal);

    /// <summary>The bureau delegated this item to the point, without a limit, to the representative and to the deputy.</summary>
    private PointAuthority Authority => new("township/370982103", 1, [])
    {
        Lines =
        [
            .. new[] { Role.ChiefRepresentative, Role.DeputyRepresentative }.Select(
                holder => new AuthorityLine(new AuthorityGrant(Current.Application.Service, holder, new DateOnly(2018, 1, 1), "1", "确认"), Actor.System, now)),
        ],
    };

    public static Walk Of(CityCatalogue city, string service, string version, bool later = false) =>
        new(city, city.Find(service)!, city.Find(service)!.ProcedureOf(version)!, later);

    /// <summary>Everybody does their part, until nothing is left to do.</summary>
    public Case ToTheEnd(bool refuse = false, bool goesBack = false)
    {
        for (var step = 0; step < MostSteps && !Current.IsClosed; step++)
        {
            Advance();
            if (Current.OpenTasks.LastOrDefault() is { } task)
                Do(task, refuse, goesBack && Current.Round == 1);
        }
        return Current;
    }

    private void Do(CaseTask task, bool refuse, bool goesBack)
    {
        now = now.AddHours(1);
        if (task.Kind == StageKind.Collect && Procedure.Find(task.StageId) is null)
        {
            // Papers that were to follow come by themselves, one by one.
            Take(CaseDecisions.AddDocument(Current, new DocumentAdded("d" + journal.Length, Current.StillToFollow.First().Code, "image/png", 5), Owner));
            return;
        }
        var offered = CaseDecisions.ActionsFor(Current, task, Procedure);
        if (offered[0] == ActNames.Appraised)
            Take(CaseDecisions.AddDocument(Current, new DocumentAdded("minutes", OfficePapers.AppraisalMinutes, "image/jpeg", 5), Somebody(task), now));
        var action = offered[0] == ActNames.Countersign ? offered[0] : refuse && task.Kind == StageKind.Decide ? ActNames.Refuse : goesBack && task.Kind == StageKind.Decide ? ActNames.Return : offered[0];
        Take(CaseDecisions.CompleteTask(Current, task.TaskId, Form(action), action == ActNames.Countersign ? Another(task) : Somebody(task), Procedure, city.Calendar, now, Authority));
    }

    // What the course brings by itself; while a notice hangs and nobody has anything to do, days pass.
    private void Advance()
    {
        Journal(Actor.System, CaseDecisions.OpenNext(Current, Procedure, city.Calendar, now, Authority));
        if (!Current.OpenTasks.Any() && CaseDecisions.NextAlarm(Current) is { } alarm && alarm > now)
            now = alarm;
        Journal(Actor.System, CaseDecisions.OpenNext(Current, Procedure, city.Calendar, now, Authority));
    }

    private OutcomeForm Form(string action) => new(action)
    {
        Materials = [.. Current.Materials.Where(listed => listed is { HeldByPlatform: false, LaterBy: null }).Select(listed => listed.Code)],
        Second = new StaffMember("second", "乙", [new Post(Role.TownshipOfficer, "township/370982103", new DateOnly(2018, 1, 1))]),
        Investigators = ["甲", "乙"],
        Representatives = ["丙", "丁", "戊"],
        Present = ["丙", "丁"],
        Order = MeetingOrder.All,
        VotesFor = 2,
        VotesAgainst = 0,
        VotesAbstained = 0,
        Verification = "consistent",
        Amount = 500,
        Reason = "不符合规定的条件",
        Items = ["补写日期"],
        RegisterNumber = "2026-1",
    };

    private static StaffMember Somebody(CaseTask task) => new(task.Person?["staff:".Length..] ?? "somebody-" + task.Role.Code(), "某人", [new Post(task.Role, task.Office, new DateOnly(2018, 1, 1))]);

    // A decision takes two people where the procedure says so.
    private static StaffMember Another(CaseTask task) =>
        new("another", "他人", [new Post(task.Also ?? (task.Role == Role.ChiefRepresentative ? Role.DeputyRepresentative : task.Role), task.Office, new DateOnly(2018, 1, 1))]);

    private void Take(Decision decision)
    {
        var accepted = Assert.IsType<Decision.Accepted>(decision);
        Journal(accepted.Actor, accepted.Events);
    }

    private void Journal(Actor actor, ImmutableArray<CaseEvent> events) => journal = [.. journal, .. JournalChain.Extend(CaseId, journal, events, actor, now)];
}
