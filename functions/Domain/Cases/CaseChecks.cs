using System.Collections.Immutable;
using OneVisit.Domain.Services;
using OneVisit.Domain.Sharing;

namespace OneVisit.Domain.Cases;

/// <summary>What a case knows of relatives, signatures, contradictions and appraisals.</summary>
public sealed partial record Case
{
    /// <summary>The register of relatives (近亲属备案) of this case, in the order it was entered.</summary>
    public ImmutableArray<Relative> Relatives { get; private init; } = [];

    /// <summary>Findings that wait for the second signature; <c>null</c>: none do.</summary>
    public HalfSignedSurvey? AwaitsSignature { get; private init; }

    /// <summary>What the household said to differences that the data check found, the latest last.</summary>
    public ImmutableArray<DifferencesAnswer> DifferencesAnswers { get; private init; } = [];

    /// <summary>Who lives in the household beside the applicant and is known by number, in the order they were named.</summary>
    public ImmutableArray<HouseholdMember> NamedMembers { get; private init; } = [];

    /// <summary>The latest answer of each registry to the data check, about the applicant and about each member who was named; empty: none was asked.</summary>
    public ImmutableArray<AnswerNote> RegisterAnswers { get; private init; } = [];

    public ImmutableArray<AppraisalOrdered> AppraisalsOrdered { get; private init; } = [];

    /// <summary>Meetings that were called, the latest last.</summary>
    public ImmutableArray<Meeting> Meetings { get; private init; } = [];

    /// <summary>How the latest appraisal ended; <c>null</c>: there was none.</summary>
    public TaskAct? Appraisal => Tasks.LastOrDefault(task => task is { Kind: StageKind.Appraise, Done: not null })?.Done?.Act;

    /// <summary>The city's visit to a household in the register of relatives; <c>null</c>: none was opened.</summary>
    public CaseTask? CityVisit => Tasks.LastOrDefault(task => task.Kind == StageKind.Visit);

    /// <summary>The city has to visit because of relatives and has not.</summary>
    public bool OwesCityVisit => VisitsOrdered.Any(order => order.Cause == VisitCauses.Relatives) && CityVisit is not { IsOpen: false };

    /// <summary>Somebody who is related to the household keeps away from it (回避).</summary>
    public bool IsRelated(string participant) => Relatives.Any(relative => relative.Staff == participant);

    /// <summary>Both who surveyed; empty in journals from before both signed.</summary>
    public ImmutableArray<Signature> Investigators => Survey?.Signatures ?? [];

    private Case? ApplyCheck(CaseEvent happened, Actor by, DateTimeOffset at) => happened switch
    {
        RelativeDeclared e => this with { Relatives = Relatives.Add(new Relative(e.Name, e.Relation, e.Source, e.Staff, by, at)) },
        SurveyStarted e => Changing(e.TaskId, task => task with { StartsOn = e.On }),
        SurveyStartDue e => Changing(e.TaskId, task => task with { StartToldAt = at }),
        SurveySigned e => this with { AwaitsSignature = new HalfSignedSurvey(e, by, at) },
        DifferencesAnswered e => this with { DifferencesAnswers = DifferencesAnswers.Add(new DifferencesAnswer(e.TaskId, e.Agrees, e.Reason, at)) },
        DifferencesUnanswered e => this with { DifferencesAnswers = DifferencesAnswers.Add(new DifferencesAnswer(e.TaskId, null, null, at)) },
        AppraisalOrdered e => this with { AppraisalsOrdered = AppraisalsOrdered.Add(e) },
        RegistersAnswered e => this with { RegisterAnswers = [.. RegisterAnswers.Where(note => e.Answers.All(answer => !answer.IsOfTheSame(note))), .. e.Answers] },
        MemberNamed e => this with { NamedMembers = NamedMembers.Add(new HouseholdMember(NamedMembers.Length + 1, e.Person, e.Elsewhere, by, at)) },
        Revealed e => this with { Looks = Looks.Add(new Look(e, by, at)) },
        PaperSeen e => this with { PaperLooks = PaperLooks.Add(new PaperLook(e, by, at)) },
        MeetingConvened e => this with { Meetings = Meetings.Add(new Meeting(e.TaskId, e.Representatives, e.On, e.Place, at)) },
        MeetingFailed => this with { Meetings = Meetings.SetItem(Meetings.Length - 1, Meetings[^1] with { Failed = true }) },
        HandedToArchive e => this with { ArchivedAs = e.Number },
        Exported => this,
        Erased => this with { IsErased = true },
        _ => null,
    };
}
