using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

public sealed partial record Case
{
    /// <summary>Folds a journal that has at least its first entry.</summary>
    /// <exception cref="InvalidDataException">The journal is empty or does not begin with <see cref="Submitted"/>.</exception>
    public static Case Of(IEnumerable<Entry> entries)
    {
        Case? current = null;
        foreach (var entry in entries)
            current = current is null ? Begin(entry) : current.Following(entry);
        return current ?? throw new InvalidDataException("An empty journal is no case.");
    }

    private static Case Begin(Entry first) => first.Event is Submitted application
        ? new Case
        {
            Application = application, SubmittedAt = first.At, Version = first.Sequence, AppliedBy = first.Actor.Role.IsAgent() ? first.Actor.Participant : null,
            Representation = RepresentationOf(application, first.At),
        }.Noting(first.Actor, first.Event)
        : throw new InvalidDataException($"A journal begins with a submission, not with {first.Event.Type}.");

    /// <summary>The case after one more event that is not journalled yet.</summary>
    internal Case After(CaseEvent happened, Actor by, DateTimeOffset at) => Noting(by, happened).Apply(happened, by, at);

    private Case Apply(CaseEvent happened, Actor by, DateTimeOffset at) => happened switch
    {
        Accepted e => this with { Promise = new Promise(e.On, Due(e.DueOn, e.DueIsProvisional), e.YellowAt, e.RedAt, e.ReceivedOn, e.Deemed == true) },
        MandateGranted e => Mandated(Granted(e, at), at),
        MandateSigned e => this with { Mandate = Mandate is null ? null : Mandate with { Signature = e.Signature } },
        MandateRevoked => this with { Mandate = Mandate is null ? null : Mandate with { RevokedAt = at } },
        PhoneReplaced e => Replaced(e, at),
        TakenOver e => this with { TakenOverBy = e.Participant, WentToPerson = e.AsRepresentative != true, HeldByEarlier = null },
        RepresentationBegun e => Begun(e, at),
        RepresentationEnded e => Ended(e, at),
        RepresentationEndsSoon e => this with { Representation = Representation is null ? null : Representation with { ToldOf = e.Until } },
        RepresentationProlonged e => Prolonged(e, at),
        WorkHandedOver e => e.Carrier is { } carrier ? Carrying(carrier) : this,
        ErrandDeclined => this with { Declined = Declined.Contains(by.Participant) ? Declined : Declined.Add(by.Participant) },
        DocumentAdded e => this with
        {
            // The same once more is one, as of the later time.
            Documents = Documents.RemoveAll(known => known.DocumentId == e.DocumentId && known.Material == e.Material).Add(new CaseDocument(e.DocumentId, e.Material, e.ContentType, e.Bytes, at, e.SignedContent)),
            Package = Stale(Package),
            AskedFor = AskedFor.Remove(e.Material),
        },
        TaskOpened e => this with { Tasks = Tasks.Add(Opened(e, at) with { PausedSince = IsPaused ? PausedSince : null }) },
        TaskReassigned e => (e.Cause == MoveCauses.AgentDeclined ? Carrying(new Carrier(e.Role, e.Office, e.Person)) : this)
            .Changing(e.TaskId, task => task.MovedTo(e.Role, e.Office) with { Person = e.Person, Also = e.Also, FirstSignature = e.Office == task.Office ? task.FirstSignature : null }),
        TaskDone e => Changing(e.TaskId, task => task with { Done = new Completion(e.Act, by, at) }) with
        {
            AskedFor = e.Act is TaskAct.Collected collected ? AskedFor.RemoveRange(collected.Materials) : AskedFor,
            AwaitsSignature = e.Act is TaskAct.Surveyed or TaskAct.Cosigned or TaskAct.Disputed or TaskAct.SignatureWithdrawn ? null : AwaitsSignature,
        },
        DecisionSigned e => Changing(e.TaskId, task => task with { FirstSignature = new(e.Act, by, at), Declined = null }),
        SignatureDeclined e => Changing(e.TaskId, task => task with { FirstSignature = null, Declined = new(e.Reason, by, at) }),
        PublicNoticeOpened e => this with { Notice = new PublicNotice(e.TaskId, e.Round, e.From, e.Until, e.EndsAt, e.Amount, Members: e.Members) },
        PublicNoticeEnded => this with { Notice = Notice is null ? null : Notice with { EndedAt = at } },
        Reminded e => Changing(e.TaskId, task => task with { RemindedAt = at }),
        Escalated e => Changing(e.TaskId, task => task with { EscalatedAt = at, EscalationLevel = e.Level ?? EscalationLadder.LevelsOf(e.Office), NextLevelAt = e.NextAt }),
        NoticeTakenDown e => this with
        {
            Notice = Notice is null ? null : Notice with { TakenDownAt = at, TakenDownFor = e.Cause },
            IsNoticeBarred = IsNoticeBarred || e.Cause == TakeDownCauses.Endangered,
        },
        ObjectionRaised e => Objected(e, at),
        ObjectionAnswered e => Answered(e, by, at),
        Reopened e => this with { Round = e.Round, ReopenedAt = e.StageId },
        ReturnedForCorrection e => this with { Round = e.Round, ReopenedAt = null, Correction = new Correction(e.Items, e.Reason, e.Round, by, at) },
        Decided e => this with { Decision = new CaseDecision(e.Outcome, e.First ?? by, at) { Second = e.First is null ? null : by, Power = e.Power } },
        Delivered => this with { DeliveredAt = at },
        FilingPackaged e => this with { Package = new FilingPackage(e.DocumentId, e.Hash, e.Items, e.Bytes, e.Missing, at) },
        Filed e => this with { FiledAt = at, RegisterNumber = e.RegisterNumber },
        Closed => this with { ClosedAt = at },
        Rated e => this with { Rating = new Rating(e.Stars, at) { Comment = e.Comment, Tags = e.Tags ?? [] } },
        MaterialRequested e => Asked(new MaterialRequest(e.TaskId, e.Materials, e.Reason, e.LegalReason, e.Authority, by, at, e.DueOn)),
        ExtraMaterialRefused e => this with { RefusedRequests = RefusedRequests.Add(new RefusedRequest(e.TaskId, e.Materials, by, at)) },
        PapersDue e => this with { PapersDueTold = PapersDueTold.Add(e.DueOn) },
        Attended e => this with { Visits = Visits.Add(new Visit(e.TaskId, by, at, e.Cause)) },
        RatingExcluded e => this with { Rating = Rating is null ? null : Rating with { Excluded = new RatingExclusion(e.Reason, by, at) } },
        RatingRemedied e => this with { Rating = Rating is null ? null : Rating with { RemediedAt = at, Satisfied = e.Satisfied } },
        VisitOrdered e => this with { VisitsOrdered = VisitsOrdered.Add(new VisitOrder(e.Cause, e.Matter, at)) },
        PaperIssued e => WithPaper(e, by, at) with { Package = Stale(Package) },
        PaperWithdrawn e => Changing(e, by, at) with { Package = Stale(Package) },
        FileReviewed e => this with { Reviews = Reviews.Add(new FileReviewResult(e.Matter, e.Score, e.Grade, e.Faults, by, at)) },
        BenefitStarted e => this with { Benefit = Benefits.Benefit.Of(e) },
        BenefitKept or BenefitChanged or BenefitTapered or BenefitStopped => this with
        {
            Benefit = Benefit?.After(happened),
            BenefitResults = BenefitResults.Add(Benefits.BenefitDecisions.MatterOf(happened)),
        },
        MissingTold e => Asked(new MaterialRequest(e.TaskId, e.Materials, e.Reason, null, null, by, at, e.DueOn)) with { Told = new Telling(e.Materials, by, at) },
        UnreasonedRefusalStopped e => this with { Unreasoned = Unreasoned.Add(new RefusedRequest(e.TaskId, [], by, at)) },
        ClockPaused e => Paused(e, by, at),
        ClockResumed e => Resumed(e, at),
        PauseReminded e => Reminding(e, at),
        TimeExtended e => this with { Extension = new Extension(e.Cause, e.Reason, by, at), Unsettled = RecomputeCauses.Extended },
        LimitsRecomputed e => Recomputed(e, at),
        _ => ApplyCheck(happened, by, at) ?? throw new InvalidDataException($"{happened.Type} cannot happen to a case that exists."),
    };

    private Case Asked(MaterialRequest request) => this with
    {
        Requests = Requests.Add(request),
        AskedFor = AskedFor.SetItems(request.Materials.Select(code => KeyValuePair.Create(code, request))),
    };

    // Who only looked, or said that it is not theirs, has carried nothing; a relative keeps out all the same.
    private Case Noting(Actor by, CaseEvent happened) =>
        by.Role.IsAgent() && happened is not (Revealed or PaperSeen or ErrandDeclined { Cause: not DeclineCauses.Related } or TaskReassigned { Cause: MoveCauses.AgentDeclined }) && Agents.All(agent => agent.Participant != by.Participant)
            ? this with { Agents = Agents.Add(by) }
            : this;

    private static Mandate Granted(MandateGranted e, DateTimeOffset at) => new(e.Scope, e.HolderOffice, at, e.ExpiresOn, Items: e.Items)
    {
        Number = e.Number,
        Acts = e.Acts ?? MandateActs.Errands,
        Person = e.Person,
        Notices = e.Notices ?? NoticeChoices.Me,
        From = e.From,
        Signature = e.Signature,
        AwaitsSignature = e.AwaitsSignature == true,
    };

    private Case Mandated(Mandate mandate, DateTimeOffset at) => Carrying(Cases.Carrier.Of(mandate)) with
    {
        Mandate = mandate,
        EarlierMandates = Mandate is null ? EarlierMandates : EarlierMandates.Add(Mandate.RevokedAt is null ? Mandate with { ReplacedAt = at } : Mandate),
    };

    private Case Carrying(Carrier carrier) => this with { Carrier = carrier, Carriers = Carriers.Contains(carrier) ? Carriers : Carriers.Add(carrier) };

    private Case Changing(string taskId, Func<CaseTask, CaseTask> change)
    {
        for (var i = Tasks.Length - 1; i >= 0; i--)
        {
            if (Tasks[i].TaskId == taskId)
                return this with { Tasks = Tasks.SetItem(i, change(Tasks[i])) };
        }
        throw new InvalidDataException($"No task {taskId} was opened in case {CaseId}.");
    }

    private static CaseTask Opened(TaskOpened e, DateTimeOffset at) => new(
        e.TaskId, e.StageId, e.Kind, e.Round, e.Role, e.Office, at, Due(e.DueOn, e.DueIsProvisional), e.YellowAt, e.RedAt)
    {
        Person = e.Person,
        StartBy = e.StartBy,
        Also = e.Also,
        WorkingDays = e.WorkingDays,
    };

    private static DueDate Due(DateOnly on, bool provisional) => provisional ? new DueDate.Provisional(on) : new DueDate.Fixed(on);
}
