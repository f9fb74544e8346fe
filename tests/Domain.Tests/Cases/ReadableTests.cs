using System.Reflection;
using System.Text.Json.Serialization;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>Whatever an event holds is sealed in its journal, or stands here with why it need not be. What tells something of a person is sealed.</summary>
public sealed class ReadableTests
{
    // By name wherever it stands, or by type and name where the name alone says little.
    private static readonly (string Why, string Names)[] Readable =
    [
        ("numbers and names of things, no person's", """
            CaseId MatterId Matter TaskId StageId SubmissionId ApplicationId LookId HoldId HandOver Draw Round DocumentId CheckCode RegisterNumber SignedContent Fingerprint
            MandateGranted.Number MandateGranted.Replaces MandateSigned.Number Principal.Mandate MandateSignature.Content PaperIssued.Kind PaperIssued.Number PaperIssued.Seal PaperIssued.Bytes PaperIssued.Replaces
            PaperWithdrawn.Kind PaperWithdrawn.Number HandedToArchive.Number OfObjection.Notice Appraised.Minutes DocumentAdded.ContentType DocumentAdded.Bytes
            FilingPackaged.Hash FilingPackaged.Items FilingPackaged.Bytes FilingPackaged.Head FilingPackaged.Missing
            """),
        ("which office, which post, which place: desks and rates go by them", """
            Office HolderOffice ToOffice Role ToRole Also Point VillageCode TownshipCode ErrandDeclined.Village Escalated.To Escalated.Vacant Escalated.Level
            """),
        ("what it is about and by which rules it goes", """
            Service Submitted.ProcedureVersion Submitted.CatalogueVersion Submitted.Language Submitted.PrivacyNotice ListStamp.Version LinkedApplication.Services MandateGranted.Items
            TaskOpened.Kind StepOpened.Kind OfComplaint.Kind Decided.Authority MaterialRequested.LegalReason MaterialRequested.Authority Rule
            """),
        ("when something happened or has to: clocks", """
            At DueOn DueIsProvisional YellowAt RedAt EndsAt NextAt StartBy WorkingDays ReceivedOn RemindOn ReviewOn ReviewMonths PaidFrom StopsFrom ExpiresOn VisitedOn ObjectBy LimitChange.Before PaperDayChange.Before PaperDayChange.LaterBy
            Accepted.On Accepted.Deemed Appraised.On HandedOver.On MeetingConvened.On SurveyStarted.On BenefitStarted.From BenefitChanged.From BenefitTapered.From BenefitStopped.From BenefitTaper.Months
            PublicNoticeOpened.From PublicNoticeOpened.Until MandateGranted.From PauseReminded.Until ClockPaused.Until Erased.Through MatterErased.Through
            """),
        ("why something moved or waits, from a closed list that says nothing of a person", """
            AppraisalOrdered.Cause Attended.Cause ClockPaused.Cause ClockResumed.Cause ClockResumed.Why LimitsRecomputed.Cause PauseReminded.Cause TaskReassigned.Cause TimeExtended.Cause VisitOrdered.Cause Collected.ComingCause
            ErrandDeclined.Answer Collected.InPerson MeetingFailed.Listed MeetingFailed.Present AppraisalNotHeld.Meetings Revealed.What Revealed.Reason PaperSeen.Kind PaperSeen.What PaperSeen.For RepresentationEnded.PersonSeen RepresentationBegun.EvidenceSeen PhoneReplaced.OfRepresentative TakenOver.AsRepresentative
            MandateGranted.Scope MandateGranted.Acts MandateGranted.Notices MandateGranted.AwaitsSignature MandateSignature.Kind DocumentAdded.SignedBy Contacted.Complex
            """),
        ("how the office was rated and reviewed", """
            Rated.Stars Rated.Tags OfRemedy.Stars OfRemedy.Tags RatingRemedied.Satisfied Revisited.Satisfied Score Grade Faults Criteria CriterionAnswer.Criterion CriterionAnswer.Answer CriterionAnswer.ByJournal
            Answered.Finding ObjectionAnswered.Finding
            """),
        ("whoever checks a draw draws it again", """
            SampleDrawn.Month SampleDrawn.Through SampleDrawn.RuleVersion SampleDrawn.Seed SampleDrawn.FirstOfRepresentative SampleDrawn.Extremes OfReview.Reasons Drawn.Reasons
            Candidate.BasePercent Candidate.DaysUsed Candidate.DaysCommitted Candidate.Decider Candidate.Relatives Candidate.Complained Candidate.NumberOfDecider
            """),
        ("a point's authority: of offices, by offices", """
            AuthorityEnd.Item AuthorityEnd.Holder AuthorityEnd.LastDay AuthorityGrant.Item AuthorityGrant.Holder AuthorityGrant.From AuthorityGrant.To AuthorityGrant.UpTo AuthorityGrant.Seal AuthorityGrant.DecisionName
            DecisionPower.Holder DecisionPower.UpTo DecisionPower.Seal DecisionPower.DecisionName AuthorityChanged.Reason AuthorityLifted.Reason AuthoritySuspended.From AuthoritySuspended.To AuthoritySuspended.Items AuthoritySuspended.Reason
            """),
        ("who did it: staff by name, a resident by a digest and a masked name; the hash is over them", """
            Participant Actor.Name MandateHolder.Name Principal.Name Signature.Name SurveySigned.Second SurveySigned.SecondName Investigators NotBy TakenBy TakenOver.From OfBenefit.ReportedBy TaskOpened.Person TaskReassigned.Person Carrier.Person
            RelativeDeclared.Source
            """),
        ("keyed hashes: what is held is found by, and what codes are compared with", "PersonHash CodeHash"),
        ("sealed one by one", "NameSealed IdSealed PhoneSealed StorySealed WordsSealed ContactSealed"),
    ];

    private static readonly HashSet<string> Listed = [.. Readable.SelectMany(group => group.Names.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))];

    [Fact]
    public void What_an_event_holds_is_sealed_or_listed_here_with_why_it_is_not() =>
        Assert.Empty(Open().Where(property => !Listed.Contains(property.Name) && !Listed.Contains(Named(property))).Select(Named));

    [Fact]
    public void Nothing_is_listed_that_no_event_holds_open() =>
        Assert.Empty(Listed.Except(Open().SelectMany(property => (string[])[property.Name, Named(property)])));

    private static string Named(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";

    // Whatever stands in an event unsealed, however deep, and is no record of ours with properties of its own.
    private static IEnumerable<PropertyInfo> Open()
    {
        var (seen, open) = (new HashSet<Type>(), new Queue<Type>([typeof(CaseEvent), typeof(SupervisionEvent)]));
        while (open.TryDequeue(out var type))
        {
            foreach (var argument in type.GenericTypeArguments)
                open.Enqueue(argument);
            if (!IsTold(type) || !seen.Add(type))
                continue;
            foreach (var kind in type.Assembly.GetTypes().Where(kind => kind.BaseType == type))
                open.Enqueue(kind);
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(IsOpen))
            {
                open.Enqueue(property.PropertyType);
                if (!IsTold(property.PropertyType) && !property.PropertyType.GenericTypeArguments.Any(argument => IsTold(argument) || argument.GenericTypeArguments.Any(IsTold)))
                    yield return property;
            }
        }
    }

    private static bool IsOpen(PropertyInfo property) =>
        !property.IsDefined(typeof(JsonIgnoreAttribute)) && !property.IsDefined(typeof(SealedInJournalAttribute)) && property.Name != "EqualityContract";

    private static bool IsTold(Type type) => type.Assembly == typeof(CaseEvent).Assembly && !type.IsEnum && type != typeof(Money);
}
