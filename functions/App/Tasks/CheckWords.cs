using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Tasks;

/// <summary>What surveys, data checks, appraisals and visits need on their cards, and what they found for who reviews and decides.</summary>
public sealed class CheckWords(StaffDirectory staff, BackOfficeSettings settings, TimeProvider clock)
{
    /// <summary>The card with what its kind of task needs besides.</summary>
    public async Task<TaskView> WithAsync(TaskView view, CaseFile file, CaseTask task, Caller reader, Language language, CancellationToken cancellation)
    {
        var mayAct = view.Actions.Count > 0;
        return view with
        {
            Facts = (string[])[.. view.Facts ?? [], .. Lines(file, task, language, settings.HelpPhone)] is { Length: > 0 } lines ? lines : null,
            Colleagues = view.Actions.Contains(ActNames.Surveyed) ? [.. (await ColleaguesAsync(file.Current, language, cancellation)).Where(colleague => reader is not Caller.Staff { Member.Id: var self } || self != colleague.StaffId)] : null,
            Survey = task is { Kind: StageKind.Survey, IsOpen: true } && file.Current.AwaitsSignature is { } half ? View(half) : null,
            Meeting = task is { Kind: StageKind.Appraise, IsOpen: true } && CaseDecisions.MeetingOf(file.Current, task) is { } meeting ? View(meeting, file) : null,
            MayDeclareRelative = mayAct && CaseDecisions.IsTimeFor(ActNames.DeclareRelative, file.Current),
            MayNameMember = mayAct && CaseDecisions.MayNameMembers(file.Current, task),
        };
    }

    private static List<string> Lines(CaseFile file, CaseTask task, Language language, string helpPhone) => task.Kind switch
    {
        StageKind.Accept or StageKind.Collect when task.IsOpen => [.. MemberWords.Lines(file, language)],
        StageKind.Survey when task.IsOpen => [.. MemberWords.Lines(file, language), .. Survey(file.Current, task, language)],
        StageKind.Verify when task.IsOpen => [.. MemberWords.Lines(file, language), .. Registers(file, language)],
        StageKind.Deliver when task.IsOpen => [.. ReadOutWords.Lines(file, task, language, helpPhone)],
        StageKind.Appraise when task.IsOpen => [.. Meetings(file.Current, task, language)],
        StageKind.Review or StageKind.Decide or StageKind.Visit or StageKind.File => [.. MemberWords.Unusual(file, language), .. CheckViews.Lines(file.Current, language), .. RegisterWords.Unusual(file, language)],
        _ => [],
    };

    private static IEnumerable<string> Survey(Case current, CaseTask task, Language language)
    {
        if (task.StageId == BesideTasks.Cosign)
        {
            if (current.AwaitsSignature is not { } half)
                yield break;
            yield return Sentences.Of(language, "check.signed-by", half.First.Name, Sentences.Day(language, half.Findings.VisitedOn));
            if (half.Findings.MembersFound is { } members)
                yield return Sentences.Of(language, "note.members", members);
            if (half.Findings.MonthlyIncomeFound is { } income)
                yield return Sentences.Of(language, "note.income", Sentences.Yuan(language, income.Yuan));
            if (half.Findings.Findings is { } findings)
                yield return findings;
            yield break;
        }
        if (current.AwaitsSignature is { } waiting)
            yield return Sentences.Of(language, "check.awaits-signature", waiting.First.Name, waiting.Findings.SecondName);
        else if (current.Tasks.LastOrDefault(known => known.StageId == BesideTasks.Cosign)?.Done is { Act: TaskAct.Disputed disputed } done)
            yield return Sentences.Of(language, "check.disputed", done.By.Name, disputed.Reason);
        if (task.StartsOn is { } starts)
            yield return Sentences.Of(language, "note.starts", Sentences.Day(language, starts));
        else if (task.StartBy is { } by)
            yield return Sentences.Of(language, "check.start-by", Sentences.Day(language, by));
    }

    // What the sharing platform answered when the case came in. What was not found or not looked up is told as such.
    private static IEnumerable<string> Registers(CaseFile file, Language language)
    {
        foreach (var listed in file.Current.Application.Materials.Where(listed => listed.AsOf is not null))
        {
            var answer = listed.Provision switch { Provision.Held => "yes", Provision.NotFound => "no", _ => "unknown" };
            yield return Sentences.Of(
                language, "register.answer", CaseWords.PaperName(file, listed.Code, language), Sentences.Of(language, "check.answer." + answer), Sentences.Day(language, listed.AsOf!.Value));
        }
        foreach (var line in RegisterWords.Lines(file, language))
            yield return line;
        if (file.Current.DifferencesAnswers.LastOrDefault() is { Agrees: false } objection)
            yield return Sentences.Of(language, "check.objected", objection.Reason);
    }

    private static IEnumerable<string> Meetings(Case current, CaseTask task, Language language)
    {
        if (current.AppraisalsOrdered.LastOrDefault(order => order.Round == task.Round) is { } ordered)
            yield return Sentences.Of(language, "note." + ordered.Cause);
        foreach (var failed in current.Meetings.Where(meeting => meeting.TaskId == task.TaskId && meeting.Failed))
            yield return Sentences.Of(language, "check.meeting-failed", Sentences.Day(language, failed.On));
    }

    private async Task<IReadOnlyList<ColleagueView>> ColleaguesAsync(Case current, Language language, CancellationToken cancellation)
    {
        var today = clock.Today();
        foreach (var level in new[] { OfficeLevel.Township, OfficeLevel.City })
        {
            var office = Offices.InChargeOf(current.Applicant.VillageCode, level);
            var there = (await staff.OfOfficeAsync(office, today, cancellation))
                .Where(member => CaseDecisions.MayInvestigate(current, member, today) && !current.IsRelated(member.Participant) && current.Agents.All(agent => agent.Participant != member.Participant))
                .Select(member => new ColleagueView(member.Id, member.Name, ActorWords.Of(member.PostsOn(today).First(post => post.Office == office).Role, language))).ToArray();
            // Whoever surveys alone at the township has the bureau's officers beside them.
            if (there.Length > 1 || level == OfficeLevel.City)
                return there;
        }
        return [];
    }

    private static SurveyView View(HalfSignedSurvey half) => new(
        half.First.Name, half.Findings.SecondName, half.Findings.VisitedOn, half.Findings.MonthlyIncomeFound?.Yuan, half.Findings.MembersFound, half.Findings.Findings);

    private MeetingView View(Meeting meeting, CaseFile file) => new(
        meeting.Representatives, [.. meeting.Representatives.Where(name => file.Current.Relatives.Any(relative => relative.Name == name))], meeting.On, meeting.Place,
        LeastPresent(meeting.Representatives.Length, file.Catalogue.CaseRulesOn(clock.Today()).Quorum),
        file.Current.Documents.Any(document => document.Material == OfficePapers.AppraisalMinutes && document.AddedAt >= meeting.CalledAt));

    private static int LeastPresent(int listed, Share quorum) => Enumerable.Range(0, listed + 1).First(present => quorum.IsReachedBy(present, listed));
}
