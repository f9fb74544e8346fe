using System.Reflection;
using System.Text.Json;
using OneVisit.Domain.Benefits;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Sharing;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Tests.Cases;

public sealed class JournalJsonTests
{
    internal static readonly CaseEvent[] EveryKind =
    [
        .. Story.Closed.Journal.Select(entry => entry.Event),
        .. Story.Returned.Journal.Select(entry => entry.Event),
        .. Story.AtReview.Did("review-r1", Forms.ProposeRefusal, Town.Officer).Did("decide-r1", Forms.Refuse, Town.Chief).Journal.Select(entry => entry.Event),
        new MandateRevoked(), new DocumentAdded("d", "M07", "image/png", 5), new TaskReassigned("t", Role.TownshipOfficer, "o"),
        new Reminded("t", Town.Since), new Escalated("t", "o", Town.Since), new Rated(5), new Decided(new CaseOutcome.Refused("x")),
        new MaterialRequested("t", ["M08"], "医保结算里有一笔大额", "data-contradict", "最低生活保障审核确认办法"), new ExtraMaterialRefused("t", ["M08"]),
        new PapersDue(["M09"], Town.Since), new Attended("t"),
        new PaperIssued(PaperKinds.Receipt, "新民受〔2026〕1号", "d", "c", "o", "f", "s", 5, "t", "r"), new PaperWithdrawn(PaperKinds.Receipt, "新民受〔2026〕1号", "写错了文号"),
        new DecisionSigned("t", new TaskAct.Approved(new Money(5000))), new SignatureDeclined("t", "收入还要再核"),
        new Decided(new CaseOutcome.Approved(), "法", new DecisionPower("o", Role.DeputyRepresentative, "s", "民政局", new Money(2000)), Actor.System),
        new RatingExcluded("误点了一分"), new RatingRemedied("HP1", true), new VisitOrdered(VisitCauses.Complaint, "TS1"), new FileReviewed("PC1", 99.5m, Grade.Excellent, ["writing"], "2026-1"),
        new PaperIssued("receipt", "R1", "d", "code", "township/370982103", "print", "seal", 5, "t", "R0"), new PaperWithdrawn("receipt", "R1", "写错了"), new TakenOver("resident:b"), new TakenOver("resident:c") { From = "resident:b" }, new PhoneReplaced("v1.k1.cccc", "139****1111", "原来的手机号停用了"),
        new WorkHandedOver("shi-agent-20260302", new("staff:shi-agent", "史建国"), "生病住院", new("staff:zhai-agent", "冯桂兰"), new Carrier(Role.TownshipAgent, "township/370982103", "staff:zhai-agent")), new WorkHandedOver("shi-agent-20260302", new("staff:shi-agent", "史建国"), "生病住院"),
        new BenefitStarted(Town.Since, new Money(1620), 6, Town.Since), new BenefitKept("FH1", BenefitCause.Due, Town.Since), new BenefitChanged("FH1", BenefitCause.Change, new Money(1), Town.Since, Town.Since, "收入变了"),
        new BenefitTapered("FH1", BenefitCause.Employment, new Money(1), Town.Since, Town.Since, "上班了"), new BenefitStopped("FH1", BenefitCause.Death, Town.Since, "去世"),
        new MissingTold("t", ["M08"], "缺开户行", Town.Since), new UnreasonedRefusalStopped("t"), new TaskDone("t", new TaskAct.ApplicationAccepted()),
        new TaskDone("t", new TaskAct.DeemedAccepted()), new TaskDone("t", new TaskAct.NotAccepted("不属于本机关职权")), new Decided(new CaseOutcome.NotAccepted("不属于本机关职权")),
        new ClockPaused(PauseCauses.Hearing, "t", Town.Since, Town.Since, "听证"), new ClockResumed(PauseCauses.Hearing, ResumeReasons.TimeOver),
        new PauseReminded(PauseCauses.WaitingForResident, Town.Since), new TimeExtended(ExtensionCauses.Objection, "有异议"),
        new LimitsRecomputed(RecomputeCauses.Calendar, [new(Town.Since, Town.Since, true, Town.Start, Town.Start), new(Town.Since, Town.Since, false, Town.Start, Town.Start, "t")]) { Papers = [new("M08", Town.Since, Town.Since)] },
        new NoticeTakenDown("notice-r1", 1, TakeDownCauses.Objection), new NoticeTakenDown("notice-r1", 1, TakeDownCauses.Endangered, "前夫在找她"), new ObjectionRaised("YY1"), new ObjectionAnswered("YY1", ComplaintFinding.PartlyUpheld), new Reopened(2, "survey", "YY1"),
        new FilingPackaged("id", "ab12", 7, 5_000, "head", [PackagePieces.DecisionLetter]),
        new TaskDone("decide-r1", new TaskAct.Superseded()),
        new MandateSigned(new MandateSignature(SignatureKinds.Drawn, "content", Town.Start), "W1"), new ErrandDeclined("collect-r1", ActNames.Cannot, DeclineCauses.Ill, null, new MandateHolder("staff:a", "冯桂兰")),
        new RelativeDeclared("王立新", RelativeSource.Resident, "舅舅", "staff:zhai-chief"), new RelativeDeclared("李大明", RelativeSource.Staff), new SurveyStarted("t", Town.Since), new SurveyStartDue("t", Town.Since),
        new Erased("case-other", 12), new HandedToArchive("档2037-15"), new Exported("本人书面申请"),
        new MemberNamed(new("n", "史**", "i", "h", "370982********0023"), ["OV-1"]),
        new RepresentationEnded(RepresentationEndCause.Renounced), new RepresentationEnded(RepresentationEndCause.OfAge), new RepresentationEndsSoon(Town.Since), new RepresentationProlonged(Town.Since),
        new RepresentationEnded(RepresentationEndCause.Person), new RepresentationEnded(RepresentationEndCause.Office, "本人来窗口收回", true),
        new TakenOver("resident:b") { From = "resident:a", AsRepresentative = true }, new PhoneReplaced("s", "139****0000", "手机丢了") { OfRepresentative = true },
        Town.Application with
        {
            Representative = new(RepresentationBasis.Parent, RepresentativeRelation.Parent, "n", "李*", "i", "h", "370982********0024", "p", "139****0000", Town.Since) { EndsOfAge = true },
        },
        new RepresentationBegun(new(RepresentationBasis.Entrusted, RepresentativeRelation.Daughter, "n", "李*", "i", "h", "370982********0024", "p", "139****0000", Town.Since), "d"),
        new RepresentationBegun(new(RepresentationBasis.Guardian, RepresentativeRelation.Son, "n", "李*", "i", "h", "370982********0024", "p", "139****0000"), EvidenceSeen: true, Reason: "法院已认定，监护人带判决书来"),
        new Revealed("look-00000001", RevealedKind.IdNumber, RevealCause.Register, "sealed"), new PaperSeen(SeenKind.Scan, "M07", SeenFor.Task), new PaperSeen(SeenKind.Package, "", SeenFor.Office),
        new RegistersAnswered([new(RegistryQuestion.Homes, "no", Town.Since) { Member = 1 }, new(RegistryQuestion.Vehicles, "value", Town.Since, "2"), new(RegistryQuestion.Married, "unknown", Town.Since, Reason: UnknownReason.Late)]),
        new DifferencesAnswered("t", false, "车是我哥的"), new DifferencesUnanswered("t"), new AppraisalOrdered(AppraisalCauses.SurveyObjection, 1, "收入不对"),
        new MeetingConvened("t", ["甲", "乙", "丙"], Town.Since, "村委会"), new MeetingFailed("t", 3, 1),
        new TaskDone("t", new TaskAct.Disputed("收入没有核实")), new TaskDone("t", new TaskAct.SignatureWithdrawn()), new TaskDone("t", new TaskAct.AppraisalNotHeld(3)),
        new TaskDone("t", new TaskAct.HandedOver(new(2026, 3, 12))), new TaskDone("t", new TaskAct.NotMet("家里没人")), new TaskDone("t", new TaskAct.ReadOutWithdrawn()),
        new TaskDone("t", new TaskAct.CityVisited(["赵严", "李文静"], "情况属实")),
        new TaskDone("t", new TaskAct.Appraised(Town.Since, ["甲", "乙", "丙"], ["甲", "乙"], [], 2, 0, 0, "d", true)),
        new TaskDone("t", new TaskAct.Verified(Verification.Contradicted, null, [new DataDifference("vehicle", "没有", "一辆", "vehicle", Town.Since)], Town.Since)),
    ];

    [Fact]
    public void Every_kind_of_event_is_tried_here() => Assert.Empty(
        typeof(CaseEvent).Assembly.GetTypes().Where(type => type.BaseType == typeof(CaseEvent)).Except(EveryKind.Select(happened => happened.GetType())));

    [Fact]
    public void Every_event_is_read_as_it_was_written() =>
        Assert.All(EveryKind, happened => Assert.Equal(JournalJson.Write(happened), JournalJson.Write(JournalJson.Read(JournalJson.Write(happened)))));

    [Fact]
    public void Every_act_is_tried_here() => Assert.Empty(
        typeof(TaskAct).GetNestedTypes(BindingFlags.Public).Except(EveryKind.OfType<TaskDone>().Select(done => done.Act.GetType())));

    [Fact]
    public void The_stored_name_of_an_act_is_the_name_it_tells() =>
        Assert.All(EveryKind.OfType<TaskDone>(), done => Assert.Contains($"\"action\":\"{done.Act.Name}\"", JournalJson.Write(done)));

    // The stored form is a promise to every journal already written: if one of these fails, mend the program, not the test.
    [Fact]
    public void An_event_of_yesterday_is_read_today() => Assert.Equal(
        new TaskDone("decide-r1", new TaskAct.Approved(new Money(1620.5m))),
        JournalJson.Read("""{"type":"task-done","taskId":"decide-r1","act":{"action":"approve","amount":1620.5}}"""));

    [Fact]
    public void A_survey_of_yesterday_with_what_it_left_open_is_read_today() => Assert.Null(
        ((TaskAct.Surveyed)((TaskDone)JournalJson.Read("""{"type":"task-done","taskId":"survey-r1","act":{"action":"surveyed","investigators":["甲","乙"]}}""")).Act).MonthlyIncomeFound);

    [Fact]
    public void A_listed_paper_of_yesterday_is_read_today() => Assert.Equal(
        new ListedMaterial("M04", false), JsonSerializer.Deserialize<ListedMaterial>("""{"code":"M04","heldByPlatform":false}""", JournalJson.Options));

    [Fact]
    public void An_approval_of_yesterday_is_read_today() => Assert.Equal(
        new Decided(new CaseOutcome.Approved(new Money(1620), new DateOnly(2026, 4, 1))),
        JournalJson.Read("""{"type":"decided","outcome":{"outcome":"approved","monthly":1620,"paidFrom":"2026-04-01"}}"""));

    [Fact]
    public void A_task_of_yesterday_is_nobody_elses() =>
        Assert.Null(((TaskReassigned)JournalJson.Read("""{"type":"task-reassigned","taskId":"decide-r1","role":"bureau-officer","office":"city/370982"}""")).Also);

    [Fact]
    public void A_mandate_of_yesterday_covers_its_own_case() =>
        Assert.Null(((MandateGranted)JournalJson.Read("""{"type":"mandate-granted","scope":"collect-and-submit","holderOffice":"village/370982103201","expiresOn":"2026-06-02"}""")).Items);

    [Fact]
    public void Words_are_stored_as_they_are() => Assert.Equal("""{"type":"rated","stars":5,"comment":"很好"}""", JournalJson.Write(new Rated(5, "很好")));

    [Theory]
    [InlineData("""{"type":"unheard-of"}""")]
    [InlineData("""{"type":"rated"}""")]
    [InlineData("null")]
    [InlineData("{")]
    public void What_is_no_event_is_not_read(string body) => Assert.ThrowsAny<JsonException>(() => JournalJson.Read(body));
}
