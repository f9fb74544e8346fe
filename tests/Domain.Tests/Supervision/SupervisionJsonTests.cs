using OneVisit.Domain.Benefits;
using System.Reflection;
using System.Text.Json;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Domain.Tests.Cases;

namespace OneVisit.Domain.Tests.Supervision;

public sealed class SupervisionJsonTests
{
    private static readonly MatterAct[] EveryAct =
    [
        new MatterAct.Reviewed("1", [new CriterionAnswer("signed", Answer.Fault, false)], 95, Grade.Excellent, ["signed"], new Guidance(["补签字"], 5)), new MatterAct.Corrected("补了签字"),
        new MatterAct.RecheckPassed(null), new MatterAct.RecheckFailed("不是本人"), new MatterAct.Contacted(true, "打过电话"), new MatterAct.Fixed("上门道歉"), new MatterAct.Revisited(false, "还没好"),
        new MatterAct.Excluded("点错了星"), new MatterAct.Answered(ComplaintFinding.PartlyUpheld, "部分属实"), new MatterAct.Visited(["甲", "乙"], "去过了"),
        new MatterAct.BenefitStays("没变"), new MatterAct.BenefitChange(new Money(900), "收入变了"), new MatterAct.BenefitTaper(6, new Money(900), "上班了"), new MatterAct.BenefitStop("去世", Town.Since),
        new MatterAct.BenefitConfirmed(), new MatterAct.BenefitSentBack("证据不够"),
    ];

    internal static readonly SupervisionEvent[] EveryKind =
    [
        .. EveryAct.Select(act => new StepDone("t", act)),
        new MatterOpened("PC1", new MatterSubject.OfReview("XT1", Bureau.Point, "CC-1", [DrawReason.NewRepresentative])), new MatterOpened("HP1", new MatterSubject.OfRemedy("XT1", Bureau.Point, 1, ["slow"], null)),
        new MatterOpened("FH1", new MatterSubject.OfBenefit("XT1", Bureau.Point, BenefitCause.Death, "sealed", Town.Since, "resident:a", 6, true, new Money(1620))),
        new MatterOpened("TS1", new MatterSubject.OfComplaint(ComplaintKind.Appeal, "sealed", "hash")),
        new MatterOpened("YY1", new MatterSubject.OfObjection("XT1", Bureau.Point, "GS1", "sealed", "hash", "sealed")),
        new StepOpened("t", StepKind.ReviewFile, Role.CityReviewer, Bureau.City, ["staff:x"], Town.Since, true, Town.Start, Town.Start), new StepReminded("t", Town.Since),
        new StepEscalated("t", Bureau.City, Town.Since), new MatterClosed(), new AuthoritySuspended(Town.Since, ["D1.2"], "越权", Role.BureauOfficer, Bureau.City), new AuthorityLifted("整改到位"),
        new AuthorityChanged([Town.Line(upTo: 2000, to: Town.Since), Town.Line()], [new("D1.2", Role.DeputyRepresentative, Town.Since)], "年度调整"),
        new HoldPlaced("BL1", "新泰市人民法院", "案件审理", "XT1"), new HoldPlaced("BL2", "市纪委监委", "核查", null, "hash", "370982********0016"), new HoldLifted("审理终结"),
        new MatterErased("complaint", 4),
        new SampleDrawn(Town.Since, Town.Since, "1", "seed", 1, 1, [new Candidate("XT1", "D1.2", Bureau.Point, 30, 1, 20, "staff:x", true, false)], [new Drawn("XT1", Bureau.Point, [DrawReason.Lot])]),
    ];

    [Fact]
    public void Every_event_act_and_subject_is_tried_here()
    {
        Assert.Empty(typeof(SupervisionEvent).Assembly.GetTypes().Where(type => type.BaseType == typeof(SupervisionEvent)).Except(EveryKind.Select(happened => happened.GetType())));
        Assert.Empty(typeof(MatterAct).GetNestedTypes(BindingFlags.Public).Except(EveryAct.Select(act => act.GetType())));
        Assert.Empty(typeof(MatterSubject).GetNestedTypes(BindingFlags.Public).Except(EveryKind.OfType<MatterOpened>().Select(opened => opened.Subject.GetType())));
    }

    [Fact]
    public void Every_event_is_read_as_it_was_written() =>
        Assert.All(EveryKind, happened => Assert.Equal(SupervisionJson.Write(happened), SupervisionJson.Write(SupervisionJson.Read(SupervisionJson.Write(happened)))));

    [Fact]
    public void The_stored_name_of_an_act_is_the_name_it_tells() =>
        Assert.All(EveryAct, act => Assert.Contains($"\"action\":\"{act.Name}\"", SupervisionJson.Write(new StepDone("t", act))));

    // The stored form is a promise to every journal already written: if this fails, mend the program, not the test.
    [Fact]
    public void An_event_of_yesterday_is_read_today() => Assert.Equal(
        new StepDone("fix-service-r1", new MatterAct.Fixed("上门道歉")), SupervisionJson.Read("""{"type":"step-done","taskId":"fix-service-r1","act":{"action":"fixed","words":"上门道歉"}}"""));

    [Theory]
    [InlineData("""{"type":"unheard-of"}""")]
    [InlineData("""{"type":"step-done"}""")]
    [InlineData("null")]
    public void What_is_no_event_is_not_read(string body) => Assert.ThrowsAny<JsonException>(() => SupervisionJson.Read(body));
}
